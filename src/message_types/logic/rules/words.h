// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "json/json.h"

// What is said about the fields of a form (docs/message-types.md, "Saying things about fields").
namespace okno::message_types {

enum class Side { kRequest, kResponse };

// A value that is sent without being in the form.
struct HiddenValue {
  std::vector<std::string> path;
  std::string constant;
  std::string generated;  // "uuid", "now", "today"; "" = the constant
  std::string type;       // of the field: "string", "integer", …
};
struct CardField {
  std::vector<std::string> path;
  std::string label, label_en;
  std::vector<std::string> card;               // {"applicant", "identity_document", "series"}
  std::map<std::string, std::string> to_card;  // value of the message -> of the card
};
struct Prefilled {
  std::vector<std::string> path;
  std::vector<std::string> sources;  // "applicant.last_name"
  std::map<std::string, std::string> to_message;
};
struct WrittenAs {
  std::vector<std::string> path;
  std::string mask;  // "###-###-### ##" or "dd.mm.yyyy"
};
// A part of an answer that is a record of a kind: "birth".
struct RecordPart {
  std::vector<std::string> path;
  std::string record;
};
// A form with the words laid over it, and what the words say besides.
struct WordedForm {
  Json form;
  std::vector<HiddenValue> hidden_values;
  std::vector<CardField> card_fields;
  std::vector<CardField> compared;  // `same_as`; values of the message stay as they are
  std::vector<Prefilled> prefilled;
  std::vector<WrittenAs> written_as;
  std::vector<std::vector<std::string>> headlines;
  std::vector<RecordPart> records;
};

// `words` is {"fields": …, "order": …}. Refused "input.invalid" with the wrong places; pointers
// begin with `pointer` ("/request"): "field.unknown", "field.type", "field.enum",
// "message_types.no_such_field", "message_types.hidden_required", "message_types.not_in_rows",
// "message_types.no_such_card_field".
Result<WordedForm> LayWords(const Json& form, const Json& words, Side side,
                            const std::string& pointer);

std::vector<std::string> SplitPath(std::string_view path);
// The values of `data` at a path, in every row it leads through.
void ForEachAt(Json& data, const std::vector<std::string>& path,
               const std::function<void(Json&)>& change);
const Json* FindAt(const Json& data, const std::vector<std::string>& path);  // not through rows

}  // namespace okno::message_types
