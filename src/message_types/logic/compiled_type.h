// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "logic/definition.h"
#include "logic/rules/words.h"
#include "xsd/form.h"

namespace okno::message_types {

// One side of a message type: the form of its root with the words laid over it.
struct CompiledSide {
  xsd::Form form;
  WordedForm worded;
};

// A definition with its schemas read and its words checked: what a MessageType works with.
class CompiledType final : public MessageType {
 public:
  // Refused as xsd::Schema::Load, xsd::Form::Make and LayWords refuse; "message_types.no_roots"
  // while a root is not named.
  static Result<std::shared_ptr<const CompiledType>> Make(const Definition& definition);

  const Description& description() const override { return description_; }
  const Json& request_form() const override { return request_.worded.form; }
  const Json& response_form() const override { return response_.worded.form; }
  Json Prefill(const Context& context) const override;
  Result<std::string> BuildRequest(const Json& data, const Context& context) const override;
  Result<std::string> BuildResponse(const Json& data, const Context& context) const override;
  Result<Answer> ReadRequest(std::string_view xml) const override;
  Result<Answer> ReadResponse(std::string_view xml) const override;
  Answer RequestInEnglish(Answer request) const override;
  Answer ResponseInEnglish(Answer response) const override;
  std::vector<CardValue> CardValues(const Answer& answer, const Json& card) const override;
  std::vector<Difference> Differences(const Answer& answer, const Json& card) const override;
  std::vector<std::string> Check(std::string_view xml) const override;
  bool TakesPersonalSignature() const override;
  Json SampleRequest() const override;
  Json SampleResponse() const override;

  const CompiledSide& request() const { return request_; }
  const CompiledSide& response() const { return response_; }
  const xsd::Schema& schema() const { return schema_; }

 private:
  CompiledType(Description description, xsd::Schema schema, CompiledSide request,
               CompiledSide response)
      : description_(std::move(description)),
        schema_(std::move(schema)),
        request_(std::move(request)),
        response_(std::move(response)) {}
  Result<Answer> Read(const CompiledSide& side, const std::string& root,
                      std::string_view xml) const;

  Description description_;
  xsd::Schema schema_;
  CompiledSide request_, response_;
};

// Form data as a message: checked by the form, hidden values put in, judged by the schema.
Result<std::string> BuildMessage(const CompiledSide& side, const Json& data,
                                 const Context& context);
Json SampleOf(const CompiledSide& side);

}  // namespace okno::message_types
