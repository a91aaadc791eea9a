// SPDX-License-Identifier: Apache-2.0
#include <qrencode.h>

#include <memory>
#include <stdexcept>

#include "logic/layout.h"

namespace okno::printing {

QrCode MakeQr(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw std::runtime_error("printing: text too long for a QR code");
  QrCode qr;
  qr.side = code->width;
  for (int i = 0; i < code->width * code->width; ++i) qr.dark.push_back((code->data[i] & 1) != 0);
  return qr;
}

}  // namespace okno::printing
