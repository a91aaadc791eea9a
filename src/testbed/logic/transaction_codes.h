// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/id.h"

namespace okno::testbed {

// Codes of transactions, as СПКТ gives them out and the bus checks them: "UUID|ФРГУ
// code|signature", the signature RSA-MD5 in Base64 without certificate (МР, section 8). The key
// lies below the data folder (marks.key, mode 0600) and is made for the first code. For any thread.
class TransactionCodes {
 public:
  explicit TransactionCodes(const std::string& data_folder);  // throws when the key can not be used
  ~TransactionCodes();
  struct Mark {
    Uuid id;  // version 1
    std::string code;
  };
  Mark Issue(std::string_view frgu_code) const;
  bool IsGenuine(std::string_view code) const;

 private:
  class Key;
  std::unique_ptr<Key> key_;
};

}  // namespace okno::testbed
