// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/id.h"
#include "ftp/server.h"

namespace okno::testbed {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::chrono::seconds kPatience{30};

Socket ConnectTo(int port) {
  Socket socket(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(static_cast<std::uint16_t>(port));
  ::inet_pton(AF_INET, "127.0.0.1", &place.sin_addr);
  EXPECT_EQ(::connect(socket.fd(), reinterpret_cast<sockaddr*>(&place), sizeof place), 0);
  return socket;
}

std::string ReadAll(const Socket& socket) {
  std::string all;
  while (true) {
    auto piece = socket.Receive(65536, kPatience);
    if (!piece || piece->empty()) return all;
    all += *piece;
  }
}

// A client that may say anything.
class RawClient {
 public:
  explicit RawClient(int port) : control_(ConnectTo(port)) { greeting = Line(); }
  std::string Say(const std::string& command) {
    control_.SendAll(command + "\r\n", kPatience);
    return Line();
  }
  void Raw(const std::string& bytes) { control_.SendAll(bytes, kPatience); }
  // A line of the server; "" when it has closed.
  std::string Line() {
    while (unread_.find('\n') == std::string::npos) {
      auto more = control_.Receive(4096, kPatience);
      if (!more || more->empty()) return {};
      unread_ += *more;
    }
    auto end = unread_.find('\n');
    auto line = unread_.substr(0, end - 1);
    unread_.erase(0, end + 1);
    return line;
  }
  void LogIn(const std::string& user) {
    Say("USER " + user);
    EXPECT_THAT(Say("PASS smev"), StartsWith("230"));
  }
  Socket Data() {
    auto answer = Say("EPSV");
    auto begin = answer.find("|||") + 3;
    return ConnectTo(std::stoi(answer.substr(begin)));
  }
  std::string Put(const std::string& command, const std::string& bytes) {
    auto data = Data();
    auto answer = Say(command);
    if (!answer.starts_with("150")) return answer;
    data.SendAll(bytes, kPatience);
    data = {};
    return Line();
  }
  std::string Fetch(const std::string& command) {
    auto data = Data();
    auto answer = Say(command);
    if (!answer.starts_with("150")) return answer;
    auto bytes = ReadAll(data);
    EXPECT_THAT(Line(), StartsWith("226"));
    return bytes;
  }
  std::string greeting;

 private:
  Socket control_;
  std::string unread_;
};

class Ftp : public ::testing::Test {
 protected:
  Ftp()
      : folder(fs::temp_directory_path() / ("okno-ftp-" + Uuid::NewV7().ToString())),
        server(Options(), [this](const std::string& user, const std::string& password) {
          return LogIn(user, password);
        }) {
    fs::create_directories(folder / "writer");
    fs::create_directories(folder / "reader");
    std::ofstream(folder / "secret.txt") << "nobody may read this";
    std::ofstream(folder / "reader/answer.zip") << "0123456789";
    server.Start();
  }
  ~Ftp() override {
    server.Stop();
    fs::remove_all(folder);
  }
  static FtpOptions Options() {
    FtpOptions options;
    options.sessions = 4;
    options.limits.command_bytes = 512;
    return options;
  }
  std::optional<FtpAccess> LogIn(const std::string& user, const std::string& password) {
    if (password != "smev") return std::nullopt;
    if (user == "writer") return FtpAccess{(folder / "writer").string(), {}, true, 1000};
    if (user == "reader")
      return FtpAccess{
          (folder / "reader").string(), {{alias, (folder / "reader").string()}}, false, 0};
    return std::nullopt;
  }
  std::string Stored(const std::string& name) const {
    std::ifstream file(folder / "writer" / directory / name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }

  fs::path folder;
  std::string directory = Uuid::NewV1().ToString(), alias = Uuid::NewV1().ToString();
  FtpServer server;
};

TEST_F(Ftp, NothingIsPossibleWithoutSigningIn) {
  RawClient client(server.port());
  EXPECT_THAT(client.greeting, StartsWith("220"));
  for (const char* command : {"PWD", "PASV", "LIST", "RETR x", "STOR x", "MKD x", "SIZE x"})
    EXPECT_THAT(client.Say(command), StartsWith("530")) << command;
  EXPECT_THAT(client.Say("SYST"), StartsWith("215"));
  EXPECT_THAT(client.Say("FEAT"), StartsWith("211"));
}

TEST_F(Ftp, AfterThreeWrongPasswordsTheSessionEnds) {
  RawClient client(server.port());
  client.Say("USER writer");
  EXPECT_THAT(client.Say("PASS 1"), StartsWith("530"));
  EXPECT_THAT(client.Say("PASS 2"), StartsWith("530"));
  EXPECT_THAT(client.Say("PASS 3"), StartsWith("421"));
  EXPECT_EQ(client.Line(), "");
}

TEST_F(Ftp, AFileIsPutIntoItsDirectoryAndResumed) {
  RawClient client(server.port());
  client.LogIn("writer");
  EXPECT_THAT(client.Say("TYPE I"), StartsWith("200"));
  EXPECT_THAT(client.Say("MKD " + directory), StartsWith("257"));
  EXPECT_THAT(client.Say("MKD " + directory), StartsWith("550"));
  EXPECT_THAT(client.Say("CWD " + directory), StartsWith("250"));
  EXPECT_THAT(client.Say("PWD"), HasSubstr(directory));
  EXPECT_THAT(client.Put("STOR скан.pdf", "01234"), StartsWith("226"));
  EXPECT_THAT(client.Say("SIZE скан.pdf"), StartsWith("213 5"));
  EXPECT_THAT(client.Put("APPE скан.pdf", "567"), StartsWith("226"));
  EXPECT_EQ(Stored("скан.pdf"), "01234567");
  client.Say("REST 4");
  EXPECT_THAT(client.Put("STOR скан.pdf", "xy"), StartsWith("226"));
  EXPECT_EQ(Stored("скан.pdf"), "0123xy");
  client.Say("REST 100");
  EXPECT_THAT(client.Put("STOR скан.pdf", "z"), StartsWith("553")) << "a hole in the file";
  EXPECT_THAT(client.Fetch("LIST"), HasSubstr("скан.pdf"));
  EXPECT_EQ(client.Fetch("NLST"), "скан.pdf\r\n");
  EXPECT_THAT(client.Say("DELE скан.pdf"), StartsWith("250"));
  EXPECT_THAT(client.Say("QUIT"), StartsWith("221"));
}

TEST_F(Ftp, DirectoriesAreNamedByUuidsAndFilesLieInThemOnly) {
  RawClient client(server.port());
  client.LogIn("writer");
  EXPECT_THAT(client.Say("MKD папка"), StartsWith("553"));
  EXPECT_THAT(client.Say("MKD " + directory + "/" + alias), StartsWith("553"));
  EXPECT_THAT(client.Put("STOR file.txt", "x"), StartsWith("553"));
  EXPECT_THAT(client.Put("STOR " + directory + "/file.txt", "x"), StartsWith("553"))
      << "no such directory yet";
}

TEST_F(Ftp, NoPathLeadsOut) {
  RawClient client(server.port());
  client.LogIn("reader");
  for (const std::string path : {"../secret.txt", "/../secret.txt", "a/../../secret.txt",
                                 "..\\secret.txt", "/../../../../etc/passwd", ".hidden"}) {
    EXPECT_THAT(client.Say("SIZE " + path), StartsWith("550")) << path;
    EXPECT_THAT(client.Fetch("RETR " + path), StartsWith("550")) << path;
  }
  EXPECT_THAT(client.Say("CWD .."), StartsWith("250"));
  EXPECT_THAT(client.Say("PWD"), HasSubstr("\"/\""));
  fs::create_symlink(folder / "secret.txt", folder / "reader/link");
  EXPECT_THAT(client.Fetch("RETR link"), StartsWith("550")) << "links are not followed";
}

TEST_F(Ftp, AReaderReadsFromItsRootAndByTheNameOfItsDirectory) {
  RawClient client(server.port());
  client.LogIn("reader");
  EXPECT_EQ(client.Fetch("RETR /answer.zip"), "0123456789");
  EXPECT_EQ(client.Fetch("RETR /" + alias + "/answer.zip"), "0123456789");
  EXPECT_THAT(client.Say("CWD " + alias), StartsWith("250"));
  client.Say("REST 7");
  EXPECT_EQ(client.Fetch("RETR answer.zip"), "789");
  EXPECT_THAT(client.Say("MDTM answer.zip"), StartsWith("213 20"));
}

TEST_F(Ftp, AReaderWritesNothing) {
  RawClient client(server.port());
  client.LogIn("reader");
  EXPECT_THAT(client.Say("MKD " + directory), StartsWith("550"));
  EXPECT_THAT(client.Put("STOR answer.zip", "x"), StartsWith("550"));
  EXPECT_THAT(client.Put("APPE answer.zip", "x"), StartsWith("550"));
  EXPECT_THAT(client.Say("DELE answer.zip"), StartsWith("550"));
  EXPECT_EQ(client.Fetch("RETR answer.zip"), "0123456789");
}

TEST_F(Ftp, FilesLinesAndSessionsHaveTheirLimits) {
  RawClient client(server.port());
  client.LogIn("writer");
  client.Say("MKD " + directory);
  EXPECT_THAT(client.Put("STOR " + directory + "/a", std::string(1001, 'x')), StartsWith("552"));
  client.Raw(std::string(600, 'A'));
  EXPECT_THAT(client.Line(), StartsWith("500"));
  EXPECT_EQ(client.Line(), "") << "the session is over";

  std::vector<std::unique_ptr<RawClient>> clients;
  std::string last;
  for (int i = 0; i < 6; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    last = clients.back()->greeting;
  }
  EXPECT_THAT(last, StartsWith("421"));
}

TEST_F(Ftp, OnlyPassiveTransfersAndTheCommandsOfTheRfc) {
  RawClient client(server.port());
  client.LogIn("reader");
  EXPECT_THAT(client.Say("PORT 127,0,0,1,10,10"), StartsWith("502"));
  EXPECT_THAT(client.Say("EPRT |1|127.0.0.1|2570|"), StartsWith("502"));
  EXPECT_THAT(client.Say("RETR answer.zip"), StartsWith("425")) << "no data connection";
  EXPECT_THAT(client.Say("SITE EXEC /bin/sh"), StartsWith("502"));
  EXPECT_THAT(client.Say("RNFR answer.zip"), StartsWith("502"));
  EXPECT_THAT(client.Say("TYPE X"), StartsWith("504"));
  EXPECT_THAT(client.Say("MODE B"), StartsWith("504"));
  EXPECT_THAT(client.Say("REST abc"), StartsWith("501"));
  EXPECT_THAT(client.Say(""), StartsWith("502"));
  EXPECT_THAT(client.Say("PASV"), StartsWith("227 Entering Passive Mode (127,0,0,1,"));
}

TEST_F(Ftp, TheEndCutsWhatIsUnderWay) {
  RawClient client(server.port());
  client.LogIn("writer");
  client.Say("MKD " + directory);
  auto data = client.Data();
  EXPECT_THAT(client.Say("STOR " + directory + "/a"), StartsWith("150"));
  server.Stop();
  EXPECT_EQ(ReadAll(data), "");
  server.Start();
  RawClient again(server.port());
  EXPECT_THAT(again.greeting, StartsWith("220"));
}

// What a participant on the command line does.
TEST_F(Ftp, CurlPutsAndFetches) {
  auto run = [](const std::string& command) {
    auto* pipe = ::popen((command + " 2>&1").c_str(), "r");
    std::string output;
    char piece[4096];
    while (auto size = std::fread(piece, 1, sizeof piece, pipe)) output.append(piece, size);
    return std::to_string(::pclose(pipe)) + " " + output;
  };
  auto address = "127.0.0.1:" + std::to_string(server.port());
  std::ofstream(folder / "scan.pdf") << "from curl";
  auto put = "curl -sS --ftp-create-dirs -T " + (folder / "scan.pdf").string() +
             " ftp://writer:smev@" + address + "/" + directory + "/";
  EXPECT_EQ(run(put), "0 ");
  EXPECT_EQ(Stored("scan.pdf"), "from curl");
  std::ofstream(folder / "scan.pdf") << "from curl, resumed";
  EXPECT_EQ(run(put + " -C -"), "0 ");
  EXPECT_EQ(Stored("scan.pdf"), "from curl, resumed");
  EXPECT_EQ(run("curl -sS ftp://reader:smev@" + address + "/" + alias + "/answer.zip"),
            "0 0123456789");
  EXPECT_THAT(run("curl -sS -l ftp://reader:smev@" + address + "/"), HasSubstr("answer.zip"));
  EXPECT_THAT(run("curl -sS ftp://reader:wrong@" + address + "/"), HasSubstr("67"));
  EXPECT_THAT(run("curl -sS --path-as-is ftp://reader:smev@" + address + "/../secret.txt"),
              Not(HasSubstr("nobody")));
}

}  // namespace
}  // namespace okno::testbed
