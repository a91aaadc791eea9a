// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace okno::xml {

struct SmevAttribute {
  std::string_view namespace_uri;  // empty for an unqualified one
  std::string_view name;
  std::string_view value;
};

// The output side of the transform: numbers prefixes, orders attributes, drops blank texts. Both
// front ends drive it. Views given to it must live until Take() or Finish().
class SmevWriter {
 public:
  using Receiver = std::function<void(std::string_view)>;
  SmevWriter() = default;  // for Take()
  explicit SmevWriter(Receiver give)
      : give_(std::move(give)) {}  // given out in pieces; for Finish()
  void StartElement(std::string_view namespace_uri, std::string_view name,
                    std::vector<SmevAttribute>& attributes);
  // Pieces that follow one another are one text; a processing instruction between them splits it.
  void Text(std::string_view piece);  // the one exception: need not live longer than the call
  void LastingText(std::string_view piece);
  void SplitText() { FlushText(); }
  void EndElement();
  std::string Take() { return std::move(out_); }
  void Finish() { give_(out_); }

 private:
  struct OpenElement {
    std::size_t declared;  // number of mappings open before it
    int prefix;
    std::string_view name;
    std::string_view namespace_uri;
  };
  int PrefixOf(std::string_view namespace_uri);
  void AppendName(int prefix, std::string_view name);
  void FlushText();
  void GiveWhenMuch();

  Receiver give_;
  std::string out_;
  std::string_view only_;  // the text so far when it is one lasting piece
  std::string text_;       // else the pieces put together
  std::vector<OpenElement> open_;
  std::vector<std::string_view> declared_;  // namespaces with a prefix now, outermost first
  std::unordered_map<std::string_view, int> prefixes_;
  std::vector<std::string> written_;  // "ns1:" … as far as they were used
  int last_prefix_ = 0;
};

}  // namespace okno::xml
