// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/json.h"
#include "text/messages.h"
#include "time/time.h"

// Message types («виды сведений») as data: docs/message-types.md. For the rooms that send them.
namespace okno::message_types {

struct Agency {
  std::string code, name;
  std::string name_en = {};  // "" = the Russian one is shown
  bool operator==(const Agency&) const = default;
};
// What a message type is, without its schemas.
struct Description {
  std::string name;           // "snils-by-data"
  int version = 0;            // counts within the name
  std::string namespace_uri;  // of both roots; another version of the agency's is another one
  std::string request_root, response_root;
  std::string title, description;
  Agency agency;
  std::string kind;                      // "inquiry", "application"
  std::vector<std::string> services;     // codes of services it is suggested for
  std::vector<std::string> documents;    // codes of checklist documents it brings
  bool personal_signature = false;       // demands the signature of an official (ЭП-СП)
  std::string routing_element;           // "" = the bus routes by the namespace alone
  std::string source;                    // where the XSD come from when not official
  std::string title_en, description_en;  // "" = the Russian ones are shown
  bool operator==(const Description&) const = default;
};

// One line of an answer as a person reads it. Groups and rows are lines of their own without a
// value; what belongs to them stands below with a greater depth.
struct TableLine {
  int depth = 0;
  std::string path;  // docs/message-types.md, "Paths"; rows with their number: "Person/0/Name"
  std::string label;
  std::string value;  // dates 12.03.2026, titles of values, «да»/«нет»; "" for a heading
  bool heading = false;
  bool operator==(const TableLine&) const = default;
};
// A value of the answer that belongs on the applicant's card.
struct CardValue {
  std::string card_path;        // "applicant.snils"
  std::string label, label_en;  // label_en "" = the Russian one is shown
  Json current;                 // null when the card has none
  Json offered;                 // in the form the card keeps
  bool differs = false;
  bool operator==(const CardValue&) const = default;
};
// What the answer says otherwise than the card.
struct Difference {
  std::string label, label_en;  // label_en "" = the Russian one is shown
  std::string known;            // what stands on the card
  bool operator==(const Difference&) const = default;
};
// A value chosen (`headline`) to be seen wherever the answer is mentioned.
struct Highlight {
  std::string path;  // as of its TableLine
  std::string label, value;
  bool operator==(const Highlight&) const = default;
};
struct Answer {
  Json data;  // by the paths of the response's form; never with personal data in logs
  std::vector<TableLine> table;
  std::vector<Highlight> highlights = {};  // the chosen values, at most kMostHighlights, in order
  std::string headline;  // the same in a line: "СНИЛС: 112-233-445 95"; "" when none is chosen
  // Which records the answer holds, by the words of its type: "birth", "marriage"; each once.
  std::vector<std::string> records = {};
};
inline constexpr std::size_t kMostHighlights = 12;
// What the values of a request's form may come from, and the hidden ones. Members that are not
// there fill nothing: docs/message-types.md, "prefill".
struct Context {
  Json sources =
      Json::object();  // {"applicant": card, "application": …, "center": …, "operator": …}
  Instant now{};
};

// The words of a type in the reader's language.
const std::string& TitleOf(const Description& description, text::Language language);
const std::string& DescriptionOf(const Description& description, text::Language language);
const std::string& NameOf(const Agency& agency, text::Language language);

// One version with its compiled schemas. Immutable and shared by all threads; holding one keeps it
// usable after it was withdrawn.
class MessageType {
 public:
  virtual ~MessageType() = default;
  virtual const Description& description() const = 0;
  // The request's form in the dialect of docs/forms.md, to be shown and checked by it.
  virtual const Json& request_form() const = 0;
  // The form of the answer, for labels and for a person who answers by hand.
  virtual const Json& response_form() const = 0;
  // Initial values of the request's form.
  virtual Json Prefill(const Context& context) const = 0;
  // The request as XML: one element, UTF-8, no declaration, its namespaces declared on it. `data`
  // is pruned and checked here, by form and by schema. Refused "input.invalid" with the wrong
  // fields; pointers are into `data`.
  virtual Result<std::string> BuildRequest(const Json& data, const Context& context) const = 0;
  // The same for an answer, for the agency's side and for the test bed.
  virtual Result<std::string> BuildResponse(const Json& data, const Context& context) const = 0;
  // The request's XML back as form data and as a table, for showing what was sent.
  virtual Result<Answer> ReadRequest(std::string_view xml) const = 0;
  // An answer: the element of the response root. Read leniently: what the schema does not describe
  // is shown under its own name. Refused "message_types.not_this_root" and those of
  // xml::Document::Parse. Whether it is valid is another question: Check.
  virtual Result<Answer> ReadResponse(std::string_view xml) const = 0;
  // What was read, with labels and titles of values in English as far as the type has them.
  virtual Answer RequestInEnglish(Answer request) const = 0;
  virtual Answer ResponseInEnglish(Answer response) const = 0;
  // What the answer has to say about the card ({"kind": …, "last_name": …} as in the API), only
  // members with a value in the answer, in the order of the form.
  virtual std::vector<CardValue> CardValues(const Answer& answer, const Json& card) const = 0;
  // Where the answer says otherwise than the card: values that belong on it, and those that ought
  // to be the same (`same_as`; of rows one is enough). What the card does not tell differs from
  // nothing.
  virtual std::vector<Difference> Differences(const Answer&, const Json& /*card*/) const {
    return {};
  }
  // Judges one element by the schema of record (libxml2). Empty = valid; texts are libxml2's, may
  // quote the value: never to be logged.
  virtual std::vector<std::string> Check(std::string_view xml) const = 0;
  // Whether the request's schema has room for a personal signature: an attribute Id of the root, by
  // which it names what it signs.
  virtual bool TakesPersonalSignature() const = 0;
  // Valid examples made from the schema, the same every time.
  virtual Json SampleRequest() const = 0;
  virtual Json SampleResponse() const = 0;
};
using MessageTypePointer = std::shared_ptr<const MessageType>;

struct Filter {
  std::string kind;     // "" = all
  std::string service;  // those suggested for it come first
  std::string agency;   // code; "" = all
  std::string words;    // each must be part of title, description, agency or name
};

// The message types of the installation. Thread-safe. Asks the database with a connection of its
// own: call it before a transaction, not inside one. A publication anywhere is seen by the next
// call in every process.
class Registry {
 public:
  virtual ~Registry() = default;
  // Newest published version of every name, by title.
  virtual std::vector<Description> Published(const Filter& filter = {}) const = 0;
  // Titles by namespace, of published and withdrawn ones; in English where there is one.
  virtual std::map<std::string, std::string> Titles(text::Language language) const = 0;
  // The newest published version; empty when there is none.
  virtual MessageTypePointer Find(std::string_view name) const = 0;
  // Published or withdrawn: an answer may come late. Never a draft.
  virtual MessageTypePointer Find(std::string_view name, int version) const = 0;
  // By the namespace of a message that came: the newest published version, else the newest
  // withdrawn.
  virtual MessageTypePointer FindByNamespace(std::string_view namespace_uri) const = 0;
};

}  // namespace okno::message_types
