// SPDX-License-Identifier: Apache-2.0
#include "plain_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "nasty_documents.h"
#include "native.h"

namespace okno::xml {
namespace {

void Describe(const xmlNs* ns, std::string& out) {
  if (ns != nullptr) out.append(View(ns->prefix)).append("=").append(View(ns->href)).append(" ");
}

// All that a tree holds, lines included.
void Describe(const xmlNode* node, std::string& out) {
  for (; node != nullptr; node = node->next) {
    out += std::to_string(node->type) + "(" + std::string(View(node->name)) + " ";
    if (node->type == XML_ELEMENT_NODE) {
      out += std::to_string(node->line) + " ";
      Describe(node->ns, out);
      for (const auto* ns = node->nsDef; ns != nullptr; ns = ns->next) Describe(ns, out);
      for (const auto* at = node->properties; at != nullptr; at = at->next) {
        out.append("@").append(View(at->name)).append(" ");
        Describe(at->ns, out);
        Describe(at->children, out);
      }
      Describe(node->children, out);
    } else {
      out += View(node->content);
    }
    out += ")";
  }
}

std::string Tree(const DocumentPtr& doc) {
  std::string out;
  Describe(doc->children, out);
  return out.append(View(doc->encoding)).append(View(doc->version));
}

constexpr const char* kPlain[] = {
    "<a/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a></a>\n",
    "<?xml version=\"1.0\"?><p:a xmlns:p='u:1' p:k=\"1\" k='2'\n  z = \"3\"/>",
    "<a xmlns=\"u:1\"><b xmlns=\"\" k=\"\"/> text <c xmlns:q=\"u:2\" q:k=\"v\" k=\"v\">long text "
    "here</c>\n</a>",
    "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body Id=\"b\">Ёж «№» "
    "\U0001F600 &lt;&amp;&gt;&quot;&apos;&#13;&#xA;&#1046; ]] ]&gt;</s:Body></s:Envelope>",
    "<a k=\"a&lt;b&#10;c>'\" l='\"]]>'><b\t>\n\n</b ></a  >",
    "<p:a xmlns:p=\"u:1\"><p:a xmlns:p=\"u:2\" xmlns:q=\"u:2\" p:x=\"1\"/><p:a p:x=\"\"/></p:a>",
};

bool IsRead(std::string_view bytes) { return ReadPlain(bytes, Limits{}) != nullptr; }

// What was read as plain is XML, and libxml2 makes the same of it.
void ExpectTheSame(const std::string& bytes) {
  const auto plain = ReadPlain(bytes, Limits{});
  if (plain == nullptr) return;
  const auto thorough = ReadThoroughly(bytes, Limits{});
  ASSERT_TRUE(thorough) << thorough.refusal().code << " " << thorough.refusal().detail << "\n"
                        << bytes;
  ASSERT_EQ(Tree(plain), Tree(*thorough)) << bytes;
}

TEST(PlainReader, MakesTheTreeThatLibxml2Makes) {
  InitializeParser();
  int read = 0;
  for (const std::string bytes : kPlain) {
    ExpectTheSame(bytes);
    read += IsRead(bytes) ? 1 : 0;
  }
  EXPECT_EQ(read, 6) << "blanks around the equals sign are the one rarity among them";
}

TEST(PlainReader, LeavesTheRareAndTheWrong) {
  for (const std::string bytes : {"",
                                  " ",
                                  "<",
                                  "<a",
                                  "<a>",
                                  "<a></b>",
                                  "<a/><b/>",
                                  "text<a/>",
                                  "<a/>text",
                                  "<a b/>",
                                  "<a b=1/>",
                                  "<a b='1'c='2'/>",
                                  "<a b='1' b='2'/>",
                                  "<a b='<'/>",
                                  "<a b='\n'/>",
                                  "<a>&nbsp;</a>",
                                  "<a>& </a>",
                                  "<a>&#0;</a>",
                                  "<a>&#xD800;</a>",
                                  "<a>&#99999999;</a>",
                                  "<a>]]></a>",
                                  "<a>\r\n</a>",
                                  "<a>\x01</a>",
                                  "<a>\xFF</a>",
                                  "<a>\xD0</a>",
                                  "<a>\xEF\xBF\xBF</a>",
                                  "<a>\xED\xA0\x80</a>",
                                  "<a>\xC0\x80</a>",
                                  "<p:a/>",
                                  "<a p:k='1'/>",
                                  "<a xmlns:p=''/>",
                                  "<a xmlns:p='u:1' xmlns:p='u:2'/>",
                                  "<a xmlns='a b'/>",
                                  "<a xmlns:p='u' xmlns:q='u' p:k='1' q:k='2'/>",
                                  "<a xmlns:xml='u:1'/>",
                                  "<a xml:lang='ru'/>",
                                  "<a:b:c xmlns:a='u:1'/>",
                                  "<:a/>",
                                  "<1/>",
                                  "<!DOCTYPE a><a/>",
                                  "<a><!-- c --></a>",
                                  "<a><![CDATA[x]]></a>",
                                  "<a><?pi?></a>",
                                  "<ж/>",
                                  "<a></a b>",
                                  "\xEF\xBB\xBF<a/>",
                                  "<?xml version=\"1.1\"?><a/>",
                                  "<?xml version='1.0' encoding='koi8-r'?><a/>"}) {
    EXPECT_FALSE(IsRead(bytes)) << bytes;
  }
  EXPECT_FALSE(IsRead(std::string("<a>\0</a>", 8)));
}

TEST(PlainReader, KeepsTheLimits) {
  EXPECT_TRUE(
      ReadPlain("<a k='1'><b/></a>", {.bytes = 20, .depth = 2, .attributes_per_element = 1}));
  EXPECT_FALSE(ReadPlain("<a k='1'><b/></a>", {.bytes = 10}));
  EXPECT_FALSE(ReadPlain("<a k='1'><b/></a>", {.depth = 1}));
  EXPECT_FALSE(ReadPlain("<a k='1' l='2'/>", {.attributes_per_element = 1}));
}

// A few bytes changed, put in, taken out or doubled.
std::string Damage(std::string bytes, std::mt19937& random) {
  static constexpr std::string_view kBytes =
      "<>/=\"'&;:#x1a \n\t\r]!?-\x01\x7F\xD0\x96\xEF\xBF\xFF";
  for (auto count = random() % 4; count > 0 && !bytes.empty(); --count) {
    const auto at = random() % bytes.size();
    switch (random() % 4) {
      case 0:
        bytes[at] = kBytes[random() % kBytes.size()];
        break;
      case 1:
        bytes.insert(at, 1, kBytes[random() % kBytes.size()]);
        break;
      case 2:
        bytes.erase(at, 1 + random() % 3);
        break;
      default:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20));
    }
  }
  return bytes;
}

TEST(PlainReader, AgreesWithLibxml2AboutDamagedDocuments) {
  std::mt19937 random(20'261'125);
  int read = 0;
  for (int i = 0; i < 60'000; ++i) {
    const auto bytes = Damage(kPlain[random() % std::size(kPlain)], random);
    ASSERT_NO_FATAL_FAILURE(ExpectTheSame(bytes));
    read += IsRead(bytes) ? 1 : 0;
  }
  EXPECT_GT(read, 5'000);
}

TEST(PlainReader, AgreesWithLibxml2AboutNastyDocuments) {
  NastyDocuments documents(20'261'125);
  for (int i = 0; i < 3'000; ++i) ASSERT_NO_FATAL_FAILURE(ExpectTheSame(documents.Next()));
}

}  // namespace
}  // namespace okno::xml
