// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

// The smallest contents that are truly of their kind.
namespace okno::files::sample {

inline std::string Little(std::size_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(value);
  return out;
}

// A zip of stored entries; nobody here looks at the check sums.
inline std::string Zip(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string out, directory;
  for (const auto& [name, body] : entries) {
    const std::string sizes =
        Little(0, 4) + Little(body.size(), 4) + Little(body.size(), 4) + Little(name.size(), 2);
    directory += "PK\x01\x02" + Little(20, 2) + Little(20, 2) + Little(0, 8) + sizes +
                 Little(0, 12) + Little(out.size(), 4) + name;
    out += "PK\x03\x04" + Little(20, 2) + Little(0, 8) + sizes + Little(0, 2) + name + body;
  }
  return out + directory + "PK\x05\x06" + Little(0, 4) + Little(entries.size(), 2) +
         Little(entries.size(), 2) + Little(directory.size(), 4) + Little(out.size(), 4) +
         Little(0, 2);
}

inline const std::string kPdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
inline const std::string kPng(
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde", 33);
inline const std::string kJpeg("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9",
                               22);
inline const std::string kGif("GIF89a\x01\0\x01\0\0\0\0;", 14);
inline const std::string kTiff("II*\0\x08\0\0\0\0\0\0\0\0\0", 14);
inline const std::string kBmp = "BM" + Little(58, 4) + Little(0, 4) + Little(54, 4) +
                                Little(40, 4) + Little(1, 4) + Little(1, 4) + Little(1, 2) +
                                Little(24, 2) + Little(0, 24) + Little(0, 4);
inline const std::string kRtf = "{\\rtf1\\ansi text}";
inline const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n";
inline const std::string kText = "Обычный текст.\n";
inline const std::string kRar(
    "Rar!\x1a\x07\x01\0\x33\x92\xb5\xe5\x0a\x01\x05\x06\0\x05\x01\x01\x80\x80\0", 23);
inline const std::string kSignature(
    "\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30\x80\x02\x01\x01\x31\0", 22);
inline const std::string kProgram("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0\x40",
                                  25);
inline const std::string kZip = Zip({{"a.txt", "a"}});
inline const std::string kDocx = Zip(
    {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<r/>"}, {"word/document.xml", "<d/>"}});
inline const std::string kOddDocx = Zip(
    {{"custom/a.xml", "<a/>"}, {"word/document.xml", "<d/>"}, {"[Content_Types].xml", "<Types/>"}});
inline const std::string kXlsx = Zip(
    {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<r/>"}, {"xl/workbook.xml", "<w/>"}});
inline const std::string kOdt =
    Zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<c/>"}});

}  // namespace okno::files::sample
