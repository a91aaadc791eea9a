// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/inquiry.h"

namespace okno::inquiries::storage {

Inquiry ReadInquiry(const db::Row& row);
State ReadState(const db::Cell& cell);  // throws on an unknown word

}  // namespace okno::inquiries::storage
