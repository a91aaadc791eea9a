// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "message_types/routes.h"

namespace okno::message_types {

using Response = Result<http::Response>;

Response ListMessageTypes(const Services& services, const http::Request& request);
Response ImportMessageType(const Services& services, const http::Request& request);
Response GetMessageType(const Services& services, const http::Request& request);
Response DraftMessageType(const Services& services, const http::Request& request);
Response GetMessageTypeVersion(const Services& services, const http::Request& request);
Response UpdateMessageTypeVersion(const Services& services, const http::Request& request);
Response DeleteMessageTypeDraft(const Services& services, const http::Request& request);
Response PublishMessageType(const Services& services, const http::Request& request);
Response WithdrawMessageType(const Services& services, const http::Request& request);
Response GetMessageTypeSample(const Services& services, const http::Request& request);
Response PreviewMessageType(const Services& services, const http::Request& request);
Response GetMessageTypeSchema(const Services& services, const http::Request& request);
Response ExportMessageType(const Services& services, const http::Request& request);

}  // namespace okno::message_types
