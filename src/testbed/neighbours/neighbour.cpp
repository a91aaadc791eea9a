// SPDX-License-Identifier: Apache-2.0
#include "neighbours/neighbour.h"

namespace okno::testbed::neighbours {

const std::vector<Neighbour>& All() {
  static const std::vector<Neighbour> kAll{SocialFund(),    TaxService(),    InteriorMinistry(),
                                           Rosreestr(),     CivilRegistry(), Treasury(),
                                           SmeCorporation()};
  return kAll;
}

namespace {

// Not Element::Serialize: it writes what is not ASCII in attributes as references, and half of the
// answers are Russian attributes.
std::string WithoutDeclaration(const std::string& xml) {
  return xml.substr(xml.find('<', xml.find("?>")));
}

}  // namespace

Answer Reply(const xml::Document& document, std::vector<File> files, std::vector<Note> notes) {
  return {std::move(notes), Content{WithoutDeclaration(document.Serialize()), std::move(files)}};
}

}  // namespace okno::testbed::neighbours
