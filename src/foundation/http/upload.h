// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "multipart.h"

namespace okno::http {

// The parts of one multipart body: plain fields in memory, files in `folder`, removed with this
// object.
class Upload final : private PartSink {
 public:
  Upload(std::string folder, std::string_view boundary);
  ~Upload() override;
  Upload(const Upload&) = delete;
  // Both throw when a file can not be written: the disk is full, the folder is gone.
  std::optional<ProtocolError> Feed(std::string_view bytes) { return parser_.Feed(bytes); }
  std::optional<ProtocolError> Finish() const { return parser_.Finish(); }
  std::vector<Part> TakeParts() { return std::move(parts_); }

 private:
  std::optional<ProtocolError> Begin(Part part) override;
  std::optional<ProtocolError> Data(std::string_view bytes) override;
  std::optional<ProtocolError> End() override;

  std::string folder_;
  MultipartParser parser_;
  std::vector<Part> parts_;
  std::vector<std::string> files_;
  int file_ = -1;  // of the part being read
};

// Makes the folder when it is missing and removes what a process that was killed has left there
// more than a day ago.
void PrepareUploadFolder(const std::string& folder);

}  // namespace okno::http
