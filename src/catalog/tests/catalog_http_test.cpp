// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/migrations.h"
#include "access/testing.h"
#include "catalog/migrations.h"
#include "catalog/routes.h"
#include "catalog/texts.h"
#include "db/testing.h"
#include "text/foundation_messages.h"

namespace okno::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::Not;

const std::vector<std::span<const db::Migration>> kRooms{access::Migrations(), Migrations()};
const Instant kNow = *ParseInstant("2026-11-23T09:15:00Z");

// The room's routes, called as the dispatcher calls them once the guard has let a person through.
class CatalogHttp : public ::testing::Test {
 protected:
  CatalogHttp() { router_.Add(Routes(services_)); }

  Result<http::Response> Call(const std::string& login, const std::string& method,
                              const std::string& path,
                              std::map<std::string, std::string, std::less<>> query = {}) {
    const auto match = router_.Find(method, path);
    if (match.route == nullptr) throw std::logic_error("no such route");
    http::Request request{
        .method = method, .path = path, .query = std::move(query), .params = match.params};
    request.caller = std::make_shared<access::Principal>(house_.As(login));
    return match.route->handler(request);
  }
  Json Get(const std::string& path, std::map<std::string, std::string, std::less<>> query = {},
           const std::string& login = "operator") {
    return Json::parse(Call(login, "GET", path, std::move(query))->body);
  }
  static std::vector<std::string> Codes(const Json& answer) {
    std::vector<std::string> codes;
    for (const auto& item : answer.at("items")) codes.push_back(item.at("code"));
    return codes;
  }

  db::testing::Database database_{kRooms};
  db::Pool pool_{{.dsn = database_.dsn(), .size = 4}};
  ManualClock clock_{kNow};
  access::testing::House house_{pool_, kNow};
  std::unique_ptr<Catalog> catalog_ = LoadCatalog(pool_, OKNO_SOURCE_DIR "/content");
  std::vector<ReferenceBook> books_ = LoadReferenceBooks(OKNO_SOURCE_DIR "/content");
  Services services_{pool_, *catalog_, books_, clock_};
  http::Router router_;
};

TEST_F(CatalogHttp, FindsAServiceByAPartOfAWord) {
  const auto answer = Get("/api/v1/services", {{"q", "субсид"}});
  EXPECT_THAT(Codes(answer), ElementsAre("housing-subsidy"));
  const auto& item = answer.at("items")[0];
  EXPECT_EQ(item.at("agency").at("code"), "msz");
  EXPECT_EQ(item.at("term_text"), "10 рабочих дней");
  EXPECT_EQ(item.at("favourite"), false);
}

TEST_F(CatalogHttp, FavouritesAreOnesOwnAndGoFirst) {
  ASSERT_TRUE(Call("operator", "PUT", "/api/v1/services/egrn-extract/favourite").ok());
  ASSERT_TRUE(Call("operator", "PUT", "/api/v1/services/egrn-extract/favourite").ok());
  EXPECT_EQ(Codes(Get("/api/v1/services")).front(), "egrn-extract");
  EXPECT_THAT(Codes(Get("/api/v1/services", {{"favourite", "true"}})), ElementsAre("egrn-extract"));
  EXPECT_EQ(Get("/api/v1/services/egrn-extract").at("favourite"), true);
  EXPECT_TRUE(Codes(Get("/api/v1/services", {{"favourite", "true"}}, "processor")).empty());
  EXPECT_TRUE(Codes(Get("/api/v1/services", {{"favourite", "true"}}, "stranger")).empty());
  ASSERT_TRUE(Call("operator", "DELETE", "/api/v1/services/egrn-extract/favourite").ok());
  EXPECT_TRUE(Codes(Get("/api/v1/services", {{"favourite", "true"}})).empty());
}

TEST_F(CatalogHttp, GivesTheWholeService) {
  const auto service = Get("/api/v1/services/unified-allowance");
  EXPECT_EQ(service.at("version"), 1);
  EXPECT_EQ(service.at("form").at("type"), "object");
  EXPECT_EQ(service.at("form").at("x-order")[0], "purpose");
  EXPECT_FALSE(service.at("checklist").empty());
  EXPECT_FALSE(service.at("stages")[0].at("term_text").get<std::string>().empty());
}

TEST_F(CatalogHttp, UnknownServicesAndBooksAreNotFound) {
  EXPECT_EQ(Call("operator", "GET", "/api/v1/services/none").refusal(),
            Refusal::NotFound("catalog.service_not_found"));
  EXPECT_EQ(Call("operator", "PUT", "/api/v1/services/none/favourite").refusal(),
            Refusal::NotFound("catalog.service_not_found"));
  EXPECT_EQ(Call("operator", "GET", "/api/v1/reference-books/none").refusal(),
            Refusal::NotFound("catalog.reference_book_not_found"));
}

TEST_F(CatalogHttp, AgenciesAreCountedWithTheirServices) {
  const auto answer = Get("/api/v1/service-agencies");
  EXPECT_THAT(Codes(answer),
              ::testing::UnorderedElementsAre("sfr", "msz", "zags", "mvd", "rosreestr",
                                              "administration", "education", "fns"));
  std::size_t services = 0;
  for (const auto& agency : answer.at("items"))
    services += agency.at("services").get<std::size_t>();
  EXPECT_EQ(services, catalog_->All().size());
}

TEST_F(CatalogHttp, GivesAReferenceBook) {
  const auto book = Get("/api/v1/reference-books/countries");
  EXPECT_EQ(book.at("items")[0], (Json{{"code", "RUS"}, {"name", "Россия"}}));
}

TEST(CatalogTexts, EveryFormatAndFieldCodeHasAText) {
  text::Catalog texts;
  texts.Add(text::FoundationMessages());
  texts.Add(Messages());
  for (const auto* code : {"field.required",
                           "field.type",
                           "field.unknown",
                           "field.too_short",
                           "field.too_long",
                           "field.too_few",
                           "field.too_many",
                           "field.duplicate",
                           "field.pattern",
                           "field.enum",
                           "field.minimum",
                           "field.maximum",
                           "field.must_be_checked",
                           "field.date",
                           "field.date_too_early",
                           "field.date_too_late",
                           "field.date_in_past",
                           "field.date_in_future",
                           "field.date_order",
                           "snils.format",
                           "snils.check_digits",
                           "inn.format",
                           "inn.check_digits",
                           "inn.person",
                           "inn.entity",
                           "ogrn.format",
                           "ogrn.check_digits",
                           "ogrnip.format",
                           "ogrnip.check_digits",
                           "kpp.format",
                           "passport_series.format",
                           "passport_number.format",
                           "passport_text.format",
                           "foreign_passport.format",
                           "issuer_code.format",
                           "birth_certificate_series.format",
                           "birth_certificate_number.format",
                           "phone.format",
                           "email.format",
                           "postal_code.format",
                           "oktmo.format",
                           "bik.format",
                           "bank_account.format",
                           "bank_account.check_digits",
                           "cadastral_number.format",
                           "vehicle_number.format",
                           "person_name.format",
                           "country.format",
                           "catalog.service_not_found",
                           "catalog.reference_book_not_found"}) {
    EXPECT_TRUE(texts.Has(code)) << code;
  }
}

}  // namespace
}  // namespace okno::catalog
