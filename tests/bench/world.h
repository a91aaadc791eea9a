// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "applicants/applicant.h"
#include "house.h"
#include "process.h"

namespace okno::bench {

// `okno serve` as a process of its own on the world's data. Ends with this.
class ServerProcess {
 public:
  // Returns when it says that it is ready; throws with what it said otherwise.
  explicit ServerProcess(const std::string& data_folder);
  int port() const { return port_; }
  int ready_ms() const { return ready_ms_; }  // as it said itself
  double resident_megabytes() const { return process_.resident_megabytes(); }
  pid_t pid() const { return process_.pid(); }

 private:
  Process process_;
  int port_ = 0, ready_ms_ = 0;
};

// A data folder of its own with the demo region and many applicants; gone with this. The house runs
// in this process, to prepare what is measured by use cases.
class World {
 public:
  explicit World(int cards);
  ~World();
  app::House& house() { return *house_; }
  const std::string& folder() const { return folder_; }
  const std::vector<std::shared_ptr<const applicants::Applicant>>& cards() const { return cards_; }
  ServerProcess& server();  // started at the first call
  void EndServer() { server_.reset(); }
  void EndHouse();

 private:
  void MakeCards(int count);

  std::string folder_;
  config::Config config_;
  std::unique_ptr<app::House> house_;
  std::vector<std::shared_ptr<const applicants::Applicant>> cards_;
  std::unique_ptr<ServerProcess> server_;
};

}  // namespace okno::bench
