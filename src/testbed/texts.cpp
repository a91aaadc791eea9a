// SPDX-License-Identifier: Apache-2.0
#include "testbed/texts.h"

namespace okno::testbed {

namespace {

constexpr text::Message kMessages[] = {
    {"testbed.not_local", "Управлять стендом можно только с этой машины.",
     "The test bed is controlled from this machine only."},
    {"testbed.message_unknown", "Такого сообщения на стенде нет.", "No such message here."},
    {"testbed.participant_unknown", "Участник «{detail}» не зарегистрирован.",
     "No participant \"{detail}\"."},
    {"testbed.participant_taken",
     "Участник «{detail}» зарегистрирован с другим сертификатом; чтобы заменить его: replace.",
     "Participant \"{detail}\" is registered with another certificate; to replace it: replace."},
    {"testbed.neighbour_unknown", "Такой соседней системы на стенде нет.",
     "The test bed has no such neighbour system."},
    {"field.invalid", "Недопустимое значение.", "The value is not allowed."},
    {"testbed.cancellation_wrong", "Это не MessageReference с верной подписью участника.",
     "This is no MessageReference with a participant's right signature."},
    {"testbed.schema_wrong", "Схема не годится: {detail}.", "The schema is wrong: {detail}."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::testbed
