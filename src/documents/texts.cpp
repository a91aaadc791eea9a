// SPDX-License-Identifier: Apache-2.0
#include "documents/texts.h"

namespace okno::documents {
namespace {

constexpr text::Message kMessages[] = {
    {"documents.not_found", "Такого файла здесь нет.", "There is no such file here."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::documents
