// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

// Numbers and addresses that are checked once, at the door, and trusted inside. Parse takes what
// people type and paste (blanks, dashes, «№» and the like are passed over) and keeps the one stored
// form; it refuses with kInvalid and the stable codes named at each type.
namespace okno::text {

// The stored form and its comparison, shared by all types below.
class CheckedText {
 public:
  const std::string& value() const { return value_; }
  auto operator<=>(const CheckedText&) const = default;

 protected:
  explicit CheckedText(std::string value) : value_(std::move(value)) {}

 private:
  std::string value_;
};

class CheckedNumber : public CheckedText {
 public:
  const std::string& digits() const { return value(); }  // stored form: digits only

 protected:
  using CheckedText::CheckedText;
};

// СНИЛС, 11 digits. "snils.format", "snils.check_digits" (not judged up to 001-001-998, as the
// rules say).
class Snils : public CheckedNumber {
 public:
  static Result<Snils> Parse(std::string_view typed);
  std::string formatted() const;  // "112-233-445 95"

 private:
  using CheckedNumber::CheckedNumber;
};

// ИНН: 10 digits of an organization or 12 of a person. "inn.format", "inn.check_digits".
class Inn : public CheckedNumber {
 public:
  static Result<Inn> Parse(std::string_view typed);
  std::string formatted() const { return digits(); }
  bool of_person() const { return digits().size() == 12; }

 private:
  using CheckedNumber::CheckedNumber;
};

// ОГРН of an organization, 13 digits. "ogrn.format", "ogrn.check_digits".
class Ogrn : public CheckedNumber {
 public:
  static Result<Ogrn> Parse(std::string_view typed);
  std::string formatted() const { return digits(); }

 private:
  using CheckedNumber::CheckedNumber;
};

// ОГРНИП of an entrepreneur, 15 digits. "ogrnip.format", "ogrnip.check_digits".
class Ogrnip : public CheckedNumber {
 public:
  static Result<Ogrnip> Parse(std::string_view typed);
  std::string formatted() const { return digits(); }

 private:
  using CheckedNumber::CheckedNumber;
};

// Series and number of the internal passport of the RF, 10 digits together. "passport.format".
class PassportRf : public CheckedNumber {
 public:
  static Result<PassportRf> Parse(std::string_view typed);
  std::string series() const { return digits().substr(0, 4); }
  std::string number() const { return digits().substr(4); }
  std::string formatted() const;  // "45 08 123456"

 private:
  using CheckedNumber::CheckedNumber;
};

// Code of the unit that issued a passport, 6 digits. "issuer_code.format".
class IssuerCode : public CheckedNumber {
 public:
  static Result<IssuerCode> Parse(std::string_view typed);
  std::string formatted() const;  // "770-001"

 private:
  using CheckedNumber::CheckedNumber;
};

// Birth certificate of the RF: Roman numeral, two Cyrillic letters, six digits. Letters of the
// other alphabet that look the same are taken for the right ones. "birth_certificate.format".
class BirthCertificate : public CheckedText {
 public:
  static Result<BirthCertificate> Parse(std::string_view typed);
  std::string digits() const { return value().substr(value().size() - 6); }
  const std::string& formatted() const { return value(); }  // "II-МЮ 123456", also the stored form

 private:
  using CheckedText::CheckedText;
};

// A telephone number in the form of E.164. Without a plus it is taken for a Russian one: "8 (912)
// 345-67-89", "9123456789". "phone.format".
class Phone : public CheckedText {
 public:
  static Result<Phone> Parse(std::string_view typed);
  const std::string& e164() const { return value(); }  // "+79123456789"
  std::string digits() const { return value().substr(1); }
  bool russian() const { return value().starts_with("+7"); }
  std::string formatted() const;  // "+7 912 345-67-89"; foreign ones as stored

 private:
  using CheckedText::CheckedText;
};

// An address that mail can be tried at: one "@", a domain with a dot, no blanks. The domain is
// stored in lower case and may be Cyrillic. "email.format".
class Email : public CheckedText {
 public:
  static Result<Email> Parse(std::string_view typed);
  const std::string& formatted() const { return value(); }

 private:
  using CheckedText::CheckedText;
};

}  // namespace okno::text
