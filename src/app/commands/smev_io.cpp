// SPDX-License-Identifier: Apache-2.0
#include "commands/smev_io.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <stdexcept>

#include "text/messages.h"
#include "wiring/texts.h"

namespace okno::app {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void Fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

// "3" of "3:7", for the codes whose detail begins with a line.
std::string LineOf(const Refusal& refusal) {
  const bool has_line = refusal.code.starts_with("xml.") || refusal.code.starts_with("smev_trans");
  return has_line ? refusal.detail.substr(0, refusal.detail.find(':')) : std::string();
}

const text::Catalog& Texts() {
  static const text::Catalog catalog = [] {
    text::Catalog texts;
    AddTexts(texts);
    return texts;
  }();
  return catalog;
}

}  // namespace

std::string ReadInput(const std::string& path) {
  const Descriptor file(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) Fail("'" + path + "' can not be opened");
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const auto count = read(file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) Fail("'" + path + "' can not be read");
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

void WriteOutput(std::string_view bytes) {
  std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!std::cout.flush()) throw std::runtime_error("the output can not be written");
}

void WriteNew(const std::filesystem::path& path, std::string_view bytes, mode_t mode) {
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (file.number() < 0) Fail("'" + path.string() + "' can not be made");
  while (!bytes.empty()) {
    const auto written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) Fail("'" + path.string() + "' can not be written");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string RussianText(std::string_view code, std::string_view detail) {
  return Texts().Text(code, text::Language::kRussian, detail);
}

int Complain(const Refusal& refusal) {
  const auto line = LineOf(refusal);
  std::cerr << "okno: " << RussianText(refusal.code, refusal.detail) << " [" << refusal.code
            << (line.empty() ? "" : ", строка " + line) << "]\n";
  return kUnreadable;
}

std::string ReadPassword(const std::string& path) {
  if (path.empty()) return {};
  auto password = ReadInput(path);
  password.resize(std::min(password.find_first_of("\r\n"), password.size()));
  return password;
}

bool IsPem(std::string_view bytes) { return bytes.find("-----BEGIN ") != std::string_view::npos; }

Result<crypto::Certificate> LoadCertificate(const std::string& path) {
  const auto bytes = ReadInput(path);
  return IsPem(bytes) ? crypto::Certificate::FromPem(bytes) : crypto::Certificate::FromDer(bytes);
}

Result<std::shared_ptr<const crypto::Signer>> LoadSigner(const KeyFiles& files) {
  auto key = ReadInput(files.key);
  const auto password = ReadPassword(files.password_file);
  if (IsPem(key)) {
    const auto certificate =
        LoadCertificate(files.certificate.empty() ? files.key : files.certificate);
    if (!certificate) return certificate.refusal();
    return crypto::LoadPemSigner(key, certificate->pem(), password);
  }
  if (files.certificate.empty()) return crypto::LoadPkcs12Signer(key, password);
  const auto content = crypto::ReadPkcs12(key, password);
  if (!content) return content.refusal();
  const auto certificate = LoadCertificate(files.certificate);
  if (!certificate) return certificate.refusal();
  return crypto::LoadPemSigner(content->pair.key_pem, certificate->pem());
}

}  // namespace okno::app
