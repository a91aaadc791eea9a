// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <fstream>

#include "access/secret_keys.h"
#include "crypto/hash.h"
#include "served.h"
#include "storage/user_store.h"

namespace okno::access::testing {
namespace {

namespace fs = std::filesystem;

const std::string kSecret = "12345678901234567890";
const std::string kFirstKey = "1 " + std::string(64, 'a') + "\n";
const std::string kSecondKey = "2 " + std::string(64, 'b') + "\n";

class Keys : public HouseTest {
 protected:
  ~Keys() override { fs::remove(path_); }
  SecretKeys Write(const std::string& lines) {
    std::ofstream(path_) << lines;
    chmod(path_.c_str(), 0600);
    return SecretKeys::Load(path_);
  }
  std::string Stored() {
    return pool_
        .Transact(db::Scope::System(),
                  [&](db::Tx& tx) { return *storage::FindUserByLogin(tx, "operator"); })
        .totp.secret;
  }
  void Store(const std::string& bytes) {
    pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
      storage::SetTotp(tx, house_.As("operator").user_id, {.secret = bytes, .pending_secret = {}});
    });
  }
  std::string Owner() { return house_.As("operator").user_id.ToString(); }
  const std::string path_ = fs::temp_directory_path() / ("okno-keys-" + Uuid::NewV7().ToString());
};

TEST_F(Keys, AreMadeOnceForTheirOwnerAlone) {
  const auto made = SecretKeys::Load(path_);
  EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  const auto sealed = made.Seal("anna", kSecret);
  EXPECT_EQ(SecretKeys::Load(path_).Open("anna", sealed), kSecret);
  chmod(path_.c_str(), 0640);
  EXPECT_THROW(SecretKeys::Load(path_), std::runtime_error);
}

TEST_F(Keys, OpenOnlyWhatIsWholeAndTheOwners) {
  const auto keys = Write(kFirstKey);
  const auto sealed = keys.Seal("anna", kSecret);
  EXPECT_EQ(sealed.find(kSecret), std::string::npos);
  EXPECT_NE(keys.Seal("anna", kSecret), sealed) << "a nonce is used once";
  EXPECT_EQ(keys.Open("anna", sealed), kSecret);
  EXPECT_EQ(keys.Open("boris", sealed), std::nullopt);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_EQ(keys.Open("anna", changed), std::nullopt) << i;
    EXPECT_EQ(keys.Open("anna", sealed.substr(0, i)), std::nullopt) << i;
  }
  EXPECT_EQ(keys.Open("anna", kSecret), std::nullopt) << "plain bytes are no sealed secret";
}

TEST_F(Keys, ThatAreMisspeltStopTheStart) {
  const std::string digits(64, 'a');
  const std::vector<std::string> wrong{"", "1 abc\n", "x " + digits + "\n", "0 " + digits + "\n",
                                       digits + "\n"};
  for (const auto& lines : wrong) {
    EXPECT_THROW(Write(lines), std::runtime_error) << lines;
  }
}

TEST_F(Keys, SealAtStartWhatLiesPlainOrUnderAnOlderKey) {
  Store(kSecret);
  auto keys = Write(kFirstKey);
  EXPECT_EQ(ResealSecrets(pool_, keys), 1);
  EXPECT_EQ(keys.Open(Owner(), Stored()), kSecret);
  EXPECT_EQ(ResealSecrets(pool_, keys), 0);
  keys = Write(kFirstKey + kSecondKey);
  EXPECT_EQ(ResealSecrets(pool_, keys), 1);
  keys = Write(kSecondKey);
  EXPECT_EQ(keys.Open(Owner(), Stored()), kSecret) << "the older key may go";
  const auto before = Stored();
  keys = Write(kFirstKey);
  EXPECT_EQ(ResealSecrets(pool_, keys), 0) << "without its key a secret is left as it is";
  EXPECT_EQ(Stored(), before);
}

}  // namespace
}  // namespace okno::access::testing
