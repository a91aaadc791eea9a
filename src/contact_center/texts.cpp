// SPDX-License-Identifier: Apache-2.0
#include "contact_center/texts.h"

namespace okno::contact_center {
namespace {

constexpr text::Message kMessages[] = {
    {"contact_center.not_found", "Такого звонка в списке нет.", "There is no such call."},
    {"contact_center.done", "Этот звонок уже завершён.", "This call is done already."},
    {"contact_center.call_back_in_past", "Время повторного звонка уже прошло.",
     "The time to call back has passed."},
};

}  // namespace

std::span<const text::Message> Messages() { return kMessages; }

}  // namespace okno::contact_center
