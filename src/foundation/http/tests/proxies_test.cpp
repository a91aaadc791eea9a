// SPDX-License-Identifier: Apache-2.0
#include "http/proxies.h"

#include <gtest/gtest.h>

namespace okno::http {
namespace {

struct Case {
  const char* trusted;
  const char* peer;
  const char* forwarded_for;
  const char* caller;
};

TEST(TrustedProxies, TellWhoseRequestItIs) {
  const Case cases[] = {
      {"", "127.0.0.1", "6.6.6.6", "127.0.0.1"},
      {"127.0.0.1", "127.0.0.1", "6.6.6.6, 10.1.2.3", "10.1.2.3"},
      {"127.0.0.1", "10.1.2.3", "6.6.6.6", "10.1.2.3"},
      {"127.0.0.1", "127.0.0.1", "", "127.0.0.1"},
      {"127.0.0.1 10.0.0.0/8", "127.0.0.1", "6.6.6.6, 7.7.7.7, 10.9.9.9", "7.7.7.7"},
      {"10.0.0.0/8", "10.0.0.1", "10.0.0.2, 10.0.0.3", "10.0.0.2"},
      {"10.0.0.0/8", "10.0.0.1", "11.0.0.1", "11.0.0.1"},
      {"172.16.0.0/12", "172.31.0.1", "6.6.6.6", "6.6.6.6"},
      {"172.16.0.0/12", "172.32.0.1", "6.6.6.6", "172.32.0.1"},
      {"127.0.0.1", "::ffff:127.0.0.1", "6.6.6.6", "6.6.6.6"},
      {"::1, fd00::/8", "::1", "2001:db8::7, fd12::1", "2001:db8::7"},
      {"127.0.0.1", "127.0.0.1", "unknown", "127.0.0.1"},
      {"127.0.0.1", "127.0.0.1", "<script>, 7.7.7.7", "7.7.7.7"},
      {"0.0.0.0/0", "8.8.8.8", "<script>, 7.7.7.7", "7.7.7.7"},
      {"0.0.0.0/0", "::1", "7.7.7.7", "::1"},
  };
  for (const auto& each : cases) {
    EXPECT_EQ(TrustedProxies::Parse(each.trusted).CallerOf(each.peer, each.forwarded_for),
              each.caller)
        << each.trusted << " | " << each.peer << " | " << each.forwarded_for;
  }
}

TEST(TrustedProxies, AreRefusedWhenMisspelt) {
  for (const char* list :
       {"nginx", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0", "::/129"}) {
    EXPECT_THROW(TrustedProxies::Parse(list), std::runtime_error) << list;
  }
}

}  // namespace
}  // namespace okno::http
