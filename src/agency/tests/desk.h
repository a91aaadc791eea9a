// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "access/routes.h"
#include "access/testing.h"
#include "agency/registration.h"
#include "agency/routes.h"
#include "db/testing.h"
#include "http/server.h"

namespace okno::agency::testing {

// Services of the agency: "veteran-monthly-payment", counted from the center, and
// "housing-subsidy", ten working days from the agency's registration. Each has two grounds of
// refusal.
class Catalog final : public catalog::Catalog {
 public:
  Catalog();
  std::shared_ptr<const catalog::Service> Find(std::string_view code) const override;
  std::shared_ptr<const catalog::Service> Find(std::string_view code, int) const override {
    return Find(code);
  }
  std::vector<std::shared_ptr<const catalog::Service>> All() const override { return services_; }

 private:
  std::vector<std::shared_ptr<const catalog::Service>> services_;
};

// An agency with its people and the centre's requests as the exchange would have left them; the bus
// is left out.
class Desk {
 public:
  Desk();
  ~Desk() { std::filesystem::remove_all(folder_); }

  struct Request {
    std::string number = "0101-26-000001";
    std::string service = "veteran-monthly-payment";  // routed to the unit "left"
    std::string applicant = "Кротова Вера Ильинична";
    std::string planned = "2026-12-07";
    std::string content = {};  // the whole content instead of one made of the above
    std::string sender = "MFC001, МФЦ";
    // Names of PDFs, the same bytes under the same name; "application…" is the printed application.
    std::vector<std::string> files = {};
    std::string answer = {};  // to the only question of the form
  };
  // Comes, and is told of; returns the message.
  exchange::MessageId Receive(const Request& request);
  // The same, registered.
  Registration Register(const Request& request);
  Registration Register() { return Register(Request()); }
  void Tell(const std::string& event, const exchange::MessageId& message);

  struct Note {
    std::string operation, text;
    int code = 0;
    Json parameters = {};  // of a status
  };
  // What is queued to go back to the centre, oldest first.
  std::vector<Note> Answers();
  long long StoredFiles() const;

  access::Principal As(std::string_view login) const { return house.As(login); }
  // Every server has keys to seal secrets with.
  access::SecretKeys Keys() const;

  db::testing::Database database;
  db::Pool db;
  ManualClock clock;
  access::testing::House house;

 private:
  std::string folder_;
  std::unique_ptr<files::Store> files_;
  catalog::WorkingCalendar calendar_;
  xml::SchemaSet schema_;
  Catalog catalog_;

 public:
  text::Catalog texts;
  Services services;
  jobs::Runner runner;

 private:
  exchange::ConnectionId connection_ = exchange::ConnectionId::New();
};

// The desk behind a server.
class ServedDesk : public ::testing::Test {
 protected:
  ServedDesk() {
    router_.Add(access::Routes(access_));
    router_.Add(Routes(desk_.services));
    server_.Start();
  }
  access::testing::Browser SignedIn(const std::string& login) {
    access::testing::Browser browser(server_.port());
    browser.SignIn(login);
    return browser;
  }
  static std::string Key() { return Uuid::NewV7().ToString(); }
  static std::string PathOf(const Registration& card) {
    return "/api/v1/registrations/" + card.id.ToString();
  }
  static std::map<std::string, std::string> Match(long long version) {
    return {{"If-Match", "\"" + std::to_string(version) + "\""}};
  }
  static std::string CodeOf(const http::ClientAnswer& answer) {
    return Json::parse(answer.body).value("code", "");
  }

  Desk desk_;
  access::Services access_{desk_.db, desk_.clock, desk_.texts, {}, desk_.Keys()};
  http::Router router_;
  http::Hub hub_;
  http::Metrics metrics_;
  http::Server server_{{.port = 0, .workers = 4},
                       router_,
                       hub_,
                       metrics_,
                       desk_.texts,
                       access::MakeGuard(access_),
                       access::MakeObserver(access_)};
};

}  // namespace okno::agency::testing
