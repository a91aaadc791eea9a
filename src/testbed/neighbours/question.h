// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "time/time.h"
#include "xml/document.h"

namespace okno::testbed::neighbours {

struct File {
  std::string content_id;  // AttachmentHeader/contentId
  std::string mime_type;
  std::string bytes;
};

// A request as a neighbour sees it. The bus has judged the content by its XSD; the transport has
// verified the signatures.
struct Question {
  std::string id;        // MessageID; seeds what does not follow from the content
  xml::Element content;  // valid while the question is answered
  std::vector<File> files;
  std::string officer;  // who signed the content (ЭП-СП), "" = nobody
  Instant now;
};

// RequestStatus: sent before the final answer.
struct Note {
  int code = 0;
  std::string text;
};
// RequestRejected.
struct Rejection {
  std::string code;  // ACCESS_DENIED, NO_DATA, UNKNOWN_REQUEST_DESCRIPTION, FAILURE
  std::string text;  // Russian, for the operator
};
struct Content {
  std::string xml;  // one element, valid by the XSD of the message type
  std::vector<File> files;
};
struct Answer {
  std::vector<Note> notes;
  std::variant<Content, Rejection> final;
};

inline Rejection NoData(std::string text) { return {"NO_DATA", std::move(text)}; }
inline Rejection Ambiguous(std::string text) {
  return {"UNKNOWN_REQUEST_DESCRIPTION", std::move(text)};
}

}  // namespace okno::testbed::neighbours
