// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// What is asked of the neighbour systems and what must come back, in the language of the message
// types.
namespace okno::testbed::testing {

struct NeighbourCase {
  std::string name;
  std::string type;     // folder of content/message-types
  std::string request;  // one element, valid by the schema of the type
  // Pieces that the answer, or the words of the rejection, must hold; a rejection's code.
  std::vector<std::string> holds;
  std::string rejected = {};
  std::string file = {};        // media type of the file that must come with it
  int note = 0;                 // code of the RequestStatus before the answer
  bool officer = false;         // with ЭП-СП over the content
  std::string attachment = {};  // a ZIP that goes with the request
};
std::vector<NeighbourCase> NeighbourCases();

// People and organizations put in over the control interface before.
std::string GivenResidents();

}  // namespace okno::testbed::testing
