// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "crypto/gost.h"

// What the commands of `okno smev` share: files in, bytes out, words for people.
namespace okno::app {

constexpr int kUnreadable = 2;  // exit code: the input or a key can not be used

// A whole file, or the standard input for "-". Throws with a text for a person.
std::string ReadInput(const std::string& path);
// To the standard output as they are, nothing added.
void WriteOutput(std::string_view bytes);
// A file that is there is not written over: it may be somebody's only key.
void WriteNew(const std::filesystem::path& path, std::string_view bytes, mode_t mode);

// The Russian text of a code, without its full stop when a sentence goes on.
std::string RussianText(std::string_view code, std::string_view detail = {});
// "okno: Текст [code, строка 3]" on the standard error; gives kUnreadable.
int Complain(const Refusal& refusal);

// Where a signer is on disk. A key is PEM or PKCS#12; the certificate is PEM or DER and may be left
// out with a PKCS#12. The password is the first line of its file.
struct KeyFiles {
  std::string key;
  std::string certificate;
  std::string password_file;
};
std::string ReadPassword(const std::string& path);  // "" for no path
Result<std::shared_ptr<const crypto::Signer>> LoadSigner(const KeyFiles& files);
// One certificate, PEM or DER.
Result<crypto::Certificate> LoadCertificate(const std::string& path);
bool IsPem(std::string_view bytes);

}  // namespace okno::app
