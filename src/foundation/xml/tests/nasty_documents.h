// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>

namespace okno::xml {

// Random documents that are well-formed and full of what the transform treats specially: shadowed
// and renamed prefixes, unused declarations, CDATA, comments, instructions, ">" everywhere, lengths
// around 12 and 512, emoji.
class NastyDocuments {
 public:
  explicit NastyDocuments(unsigned seed) : random_(seed) {}

  std::string Next() {
    nodes_left_ = 60;
    return (Below(2) == 0 ? "<?xml version=\"1.0\"?><!-- c --><?pi?>" : "") + ElementText(0);
  }

 private:
  std::size_t Below(std::size_t limit) { return random_() % limit; }

  std::string ElementText(int depth) {
    --nodes_left_;
    // A new prefix for one of five namespaces, declared here, so that it is always bound.
    const std::string prefix = std::string("p") + std::to_string(Below(4));
    const bool plain = Below(3) == 0;
    const std::string name = (plain ? "" : prefix + ":") + "e" + std::to_string(Below(3));
    std::string tag = "<" + name + (plain ? " xmlns" : " xmlns:" + prefix) +
                      "=\"u:" + std::to_string(Below(5)) + "\"";
    tag += Attributes();
    std::string content = depth < 8 ? Content(depth) : Text();
    if (content.empty() && Below(2) == 0) return tag + "/>";
    return tag + ">" + content + "</" + name + (Below(4) == 0 ? " \n" : "") + ">";
  }

  std::string Attributes() {
    std::string text;
    if (Below(3) == 0) text += " xmlns:unused=\"u:unused\"";
    if (Below(2) == 0)
      text += " xmlns:a1=\"u:" + std::to_string(Below(3)) + "\" a1:k=\"" + Value() + "\"";
    if (Below(2) == 0)
      text +=
          " xmlns:a0=\"v:" + std::to_string(Below(3)) + "\" a0:z=\"" + Value() + "\" a0:b=\"1\"";
    for (const char* name : {" ж=\"", " b=\"", " B=\"", " _c=\"", " Id=\""}) {
      if (Below(3) == 0) text += name + Value() + "\"";
    }
    return text;
  }

  std::string Content(int depth) {
    std::string text;
    for (auto count = Below(6); count > 0; --count) {
      text += Below(3) == 0 && nodes_left_ > 0 ? ElementText(depth + 1) : Text();
    }
    return text;
  }

  std::string Text() {
    switch (Below(8)) {
      case 0:
        return "<!-- > " + std::to_string(Below(9)) + " -->";
      case 1:
        return "<?pi > ?>";
      case 2:
        return "<![CDATA[<x>&]] " + std::string(Below(20), '>') + "]]>";
      case 3:
        return std::string(Below(3), ' ') + (Below(2) == 0 ? "\n\t" : "&#xD;");
      case 4:
        return std::string(500 + Below(20), 'y') + Pieces(4) + std::string(490 + Below(30), 'z') +
               Pieces(6);
      default:
        return Pieces(1 + Below(14));
    }
  }

  std::string Pieces(std::size_t count) {
    static constexpr const char* kPieces[] = {
        "&gt;",       "&gt;", ">",  "&lt;",  "&amp;",  "]",    "a",      "Ё",
        "\U0001F600", " ",    "\n", "&#xD;", "\u0085", "\x7F", "\u00A0", "\uFFFD"};
    std::string text;
    for (; count > 0; --count) {
      const std::string piece = kPieces[Below(std::size(kPieces))];
      text += piece == ">" && text.ends_with("]]") ? "&gt;" : piece;  // "]]>" may not stand in text
    }
    return text;
  }

  std::string Value() {
    static constexpr const char* kPieces[] = {
        "&gt;", ">",     "&lt;",  "&amp;", "&quot;", "'",          "\t",     "\n",
        "&#9;", "&#10;", "&#13;", " ",     "я",      "\U0001F600", "\u0085", "p0:x"};
    std::string text;
    for (auto count = Below(6); count > 0; --count) text += kPieces[Below(std::size(kPieces))];
    return text;
  }

  std::mt19937 random_;
  int nodes_left_ = 0;
};

}  // namespace okno::xml
