// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crypto/gost.h"
#include "db/pool.h"
#include "neighbours/papers.h"
#include "neighbours/question.h"

// The neighbour systems: each a participant of the bus with message types it answers. An answer is
// one transaction of the test bed's database.
namespace okno::testbed::neighbours {

struct Desk {
  db::Tx& tx;
  const crypto::Signer& signer;  // the neighbour's own, for signed files inside archives
  const Papers& papers;
};
using Answerer = Answer (*)(Desk& desk, const Question& question);

struct Service {
  std::string_view type;  // folder of content/message-types
  Answerer answer;
};
struct Neighbour {
  std::string_view mnemonic, name;
  std::vector<Service> services;
};
const std::vector<Neighbour>& All();

// Each in its file below agencies/.
Neighbour SocialFund();
Neighbour TaxService();
Neighbour InteriorMinistry();
Neighbour Rosreestr();
Neighbour CivilRegistry();
Neighbour Treasury();
Neighbour SmeCorporation();

// An answer of content alone, with files and notes if any.
Answer Reply(const xml::Document& document, std::vector<File> files = {},
             std::vector<Note> notes = {});

}  // namespace okno::testbed::neighbours
