// SPDX-License-Identifier: Apache-2.0
#include "logic/repeated.h"

#include <fmt/format.h>

#include "logic/notices.h"
#include "logic/received_files.h"
#include "storage/registration_store.h"

namespace okno::agency {
namespace {

bool IsSame(const Registration& card, const ReceivedRequest& request) {
  return card.applicant_name == request.applicant_name && card.applicant == request.applicant &&
         card.form == request.form && card.documents == request.documents;
}

// What the later message brought, for the officer.
struct Difference {
  std::size_t added = 0, missing = 0;  // files
  bool content = false;
  bool none() const { return added == 0 && missing == 0 && !content; }
};

std::string Tell(const Difference& difference, bool decided) {
  std::string text = "Заявление поступило из МФЦ повторно, новая карточка не заведена";
  if (difference.none()) return text + ": в нём то же самое";
  if (decided) text += ". Решение уже принято и этого не учитывает";
  if (difference.added > 0) text += fmt::format(". Добавлено файлов: {}", difference.added);
  if (difference.missing > 0)
    text += fmt::format(". Прежних файлов, которых в нём нет: {}", difference.missing);
  if (difference.content)
    text += decided ? ". Сведения заявления в нём другие, они — в сообщении СМЭВ"
                    : ". Сведения заявления заменены на новые";
  return text;
}

// Without the printed application: it says what the form says.
exchange::Message WithoutPrint(exchange::Message message, const ReceivedRequest& request) {
  std::erase_if(message.attachments, [&](const exchange::Attachment& attachment) {
    const auto named = request.files.find(attachment.content_id);
    return named != request.files.end() && named->second.item == kPrintedApplication;
  });
  return message;
}

void TakeContent(db::Tx& tx, Registration card, const exchange::Message& message,
                 const ReceivedRequest& request) {
  FillFrom(card, message, request);
  SaveContent(tx, card);
}

}  // namespace

void JoinEarlier(db::Tx& tx, const RegistrationId& id, const exchange::Message& message,
                 const ReceivedRequest& request, Instant now) {
  const auto card = LockCard(tx, id).value();
  const bool decided = card.status == Status::kDecided;
  exchange::SetSubject(tx, message.id, {"registration", card.id.uuid});
  const auto missing = CountMissing(tx, card, message, request);
  const bool same = IsSame(card, request);
  const auto added =
      KeepFiles(tx, card, same ? WithoutPrint(message, request) : message, request, now);
  const Difference difference{added, missing, !same};
  // Also for files alone: who is about to decide must see them first.
  if (!decided && !difference.none()) TakeContent(tx, card, message, request);
  AddHistory(tx, card,
             {.at = now,
              .actor = access::Actor::System("СМЭВ"),
              .kind = "note",
              .from = "",
              .to = "",
              .text = Tell(difference, decided),
              .reason = ""});
  AnnounceChange(tx, card);
}

}  // namespace okno::agency
