// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "exchange/smev3/participant.h"

namespace okno::app {

// A file by FTP: fetched and judged, or why it was not.
struct FetchedFile {
  std::string path;  // "" when it was not fetched
  Result<exchange::smev3::Verdict> verdict;
};
// Where a message was put.
struct KeptArrival {
  std::string folder;  // "" when it was not kept
  std::vector<FetchedFile> files = {};

  bool HasAllFiles() const;
  bool AreFilesRight() const;  // all are there, and every hash and signature is right
};

// Writes envelope.xml, content.xml and the attachments into a new folder below `parent`, named by
// the message's id; with attachments also message.mime, all of it in one file for `okno smev
// verify`. Fetches files that came by FTP. A folder that is there (the same message handed out
// again) gets the next number.
KeptArrival KeepArrival(const exchange::smev3::Participant& participant,
                        const exchange::smev3::Incoming& incoming, const std::string& parent);

// What came and what its signatures are worth, for people and for machines.
std::string ArrivalText(const exchange::smev3::Incoming& incoming, const KeptArrival& kept);
nlohmann::json ArrivalJson(const exchange::smev3::Incoming& incoming, const KeptArrival& kept);

}  // namespace okno::app
