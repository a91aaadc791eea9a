// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "http/handlers.h"

namespace okno::catalog {

Answer GetReferenceBook(const Services& services, const http::Request& request) {
  const auto& books = services.reference_books;
  const auto book = std::ranges::find(books, request.param("code"), &ReferenceBook::code);
  if (book == books.end()) return Refusal::NotFound("catalog.reference_book_not_found");
  auto items = Json::array();
  for (const auto& item : book->items) items.push_back({{"code", item.code}, {"name", item.name}});
  return http::Response::Of(
      {{"code", book->code}, {"name", book->name}, {"source", book->source}, {"items", items}});
}

}  // namespace okno::catalog
