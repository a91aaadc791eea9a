// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "bus.h"
#include "exchange/smev3/source.h"
#include "text/strings.h"

namespace okno::testbed::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// How attachments and files travel.
class Delivery : public BusTest {
 protected:
  Sending WithAttachment(const std::string& version = "1.2") {
    return {.version = version,
            .after_content = HeaderOf("f1", bytes, asker),
            .contents = ContentOf("f1", bytes)};
  }
  // As a participant does it: a fresh directory with one file.
  std::string PutFile(const std::string& user, const std::string& content,
                      const std::string& name = "scan.pdf") {
    auto directory = Uuid::NewV1().ToString();
    auto local = folder + "/" + name;
    std::ofstream(local, std::ios::binary) << content;
    EXPECT_EQ(Curl("--ftp-create-dirs -T " + local + " " + Ftp(user, "smev") + directory + "/"),
              "");
    return directory;
  }
  // What curl says of putting a file there; "" when it went well.
  std::string PutInto(const std::string& url) {
    std::ofstream(folder + "/a.pdf") << "x";
    return Curl("--ftp-create-dirs -T " + folder + "/a.pdf " + url);
  }
  std::string Ftp(const std::string& user, const std::string& password) const {
    return "ftp://" + user + ":" + password + "@127.0.0.1:" + std::to_string(bus.ftp_port()) + "/";
  }
  static std::string Curl(const std::string& arguments) {
    auto* pipe = ::popen(("curl -sS " + arguments + " 2>&1").c_str(), "r");
    std::string output;
    char piece[65536];
    while (auto size = std::fread(piece, 1, sizeof piece, pipe)) output.append(piece, size);
    ::pclose(pipe);
    return output;
  }
  std::string FileHeader(const std::string& directory, const std::string& content,
                         const std::string& signed_content) {
    return "<b:RefAttachmentHeaderList><b:RefAttachmentHeader><b:uuid>" + directory +
           "</b:uuid><b:Hash>" +
           text::Base64Encode(crypto::GostDigest(crypto::GostAlgorithm::kGost2012_256, content)) +
           "</b:Hash><b:MimeType>application/pdf</b:MimeType><b:SignaturePKCS7>" +
           text::Base64Encode(asker.signer->SignCms(signed_content)) +
           "</b:SignaturePKCS7></b:RefAttachmentHeader></b:RefAttachmentHeaderList>";
  }
  std::string FileHeader(const std::string& directory, const std::string& content) {
    return FileHeader(directory, content, content);
  }
  const std::string bytes = "%PDF-1.7 скан";
};

TEST_F(Delivery, AttachmentsTravelInEveryFormAndVersion) {
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    for (const std::string form : {"inline", "attachments", "multipart"}) {
      Set("answers", form);
      ASSERT_EQ(Send(WithAttachment(version)).said, "SendRequestResponse");
      auto request = GetRequest(version);
      EXPECT_EQ(request.text("contentId"), "f1");
      if (form == "inline") {
        EXPECT_TRUE(request.package.parts.empty());
        EXPECT_EQ(request.find("AttachmentContent").child_text("Content"),
                  text::Base64Encode(bytes));
      } else {
        auto include = request.find("AttachmentContent").child("Content").child("Include");
        const auto* part = request.package.Find(smev3::FromHref(include.attribute("href").value()));
        ASSERT_NE(part, nullptr) << version << form;
        EXPECT_EQ(part->bytes, bytes);
      }
      // The live bus takes SignaturePKCS7 out too; put back, the sender's signature is right again.
      bool taken_out = request.find("SignaturePKCS7").child("Include") != xml::Element();
      EXPECT_EQ(taken_out, form == "multipart");
      auto source = smev3::ReadEnvelope(request.package);
      ASSERT_TRUE(source);
      for (auto signature : xml::FindSignatures(source->document()))
        EXPECT_EQ(xml::VerifySignature(signature).code, "signature.valid");
      EXPECT_EQ(Ack(request.text("MessageId"), provider).said, "AckResponse");
    }
  }
}

TEST_F(Delivery, InMultipartModeEverythingIsMultipartFaultsToo) {
  Set("answers", "multipart");
  auto raw = [&](const std::string& body) {
    return http::Send({.method = "POST",
                       .url = bus.url(),
                       .headers = {{"Content-Type", "text/xml"}},
                       .body = body});
  };
  EXPECT_THAT(raw("<a/>").headers["content-type"], StartsWith("multipart/related"));
  EXPECT_FALSE(GetRequest().has_message());
  EXPECT_EQ(Post("1.2", "<a/>").said, "InvalidContent");
}

TEST_F(Delivery, AttachmentsMayComeByXop) {
  smev3::Package package;
  auto contents =
      "<b:AttachmentContentList><b:AttachmentContent><b:Id>f1</b:Id><b:Content>"
      "<x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='cid:p1'/>"
      "</b:Content></b:AttachmentContent></b:AttachmentContentList>";
  package.envelope =
      Signed(RequestEnvelope({.after_content = HeaderOf("f1", bytes, asker), .contents = contents}),
             "SenderProvidedRequestData", asker);
  package.parts.push_back({"p1", "application/pdf", bytes});
  auto wire = smev3::WritePackage(package);
  EXPECT_EQ(Post("1.2", wire.body, wire.content_type).said, "SendRequestResponse");
  EXPECT_EQ(GetRequest().package.parts.at(0).bytes, bytes);
  package.parts.clear();
  wire = smev3::WritePackage(package, smev3::Form::kAlwaysMultipart);
  EXPECT_EQ(Post("1.2", wire.body, wire.content_type).said, "InvalidContent") << "no such part";
}

TEST_F(Delivery, AnUnsignedOrForeignSignatureOfAnAttachmentIsRefusedAfterwards) {
  auto unsigned_one = WithAttachment();
  auto begin = unsigned_one.after_content.find("<b:SignaturePKCS7>");
  auto end = unsigned_one.after_content.find("</b:AttachmentHeader>");
  unsigned_one.after_content.erase(begin, end - begin);
  auto foreign = WithAttachment();
  foreign.after_content = HeaderOf("f1", "другое", asker);
  for (const auto& sending : {unsigned_one, foreign}) {
    ASSERT_EQ(Send(sending).said, "SendRequestResponse");
    auto letter = GetResponse();
    EXPECT_EQ(letter.text("StatusCategory"), "requestIsRejectedBySmev");
    EXPECT_THAT(letter.text("StatusDetails"), HasSubstr("вложение 1 [f1]"));
    EXPECT_EQ(Ack(letter.text("MessageId"), asker).said, "AckResponse");
  }
  EXPECT_FALSE(GetRequest().has_message());
}

TEST_F(Delivery, APersonalSignatureIsCheckedWhenTheTypeWantsIt) {
  RegisterType({{"personal_signature", true}});
  auto ask = [&](bool with_signature, bool tampered) {
    Sending sending;
    sending.content = Question();
    sending.content.insert(sending.content.find(' '), " Id='PERSONAL_SIGNATURE'");
    if (with_signature) sending.after_content = "<t:PersonalSignature/>";
    auto text = RequestEnvelope(sending);
    if (with_signature) text = Signed(text, "Question", asker, "PersonalSignature");
    if (tampered) text.replace(text.find("<q:Text>1"), 9, "<q:Text>2");
    EXPECT_EQ(Post("1.2", Signed(text, "SenderProvidedRequestData", asker)).said,
              "SendRequestResponse");
    auto letter = GetResponse();
    if (letter.has_message()) Ack(letter.text("MessageId"), asker);
    return letter.text("StatusDetails");
  };
  EXPECT_THAT(ask(false, false), HasSubstr("требует ЭП-СП"));
  EXPECT_THAT(ask(true, true), HasSubstr("ЭП-СП неверна"));
  EXPECT_EQ(ask(true, false), "");
}

TEST_F(Delivery, AFileGoesByFtpWithOneOffCredentialsAndVanishesWithTheAcknowledgement) {
  std::string large(6 * 1024 * 1024, 'x');
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    for (const std::string user : {"anonymous", "OKNO01"}) {
      auto directory = PutFile(user, large);
      auto sent = Send({.version = version, .after_content = FileHeader(directory, large)});
      ASSERT_EQ(sent.said, "SendRequestResponse") << sent.description;
      auto request = GetRequest(version);
      auto access = request.find("FSAttachment");
      ASSERT_TRUE(access) << request.package.envelope;
      EXPECT_EQ(access.child_text("uuid"), directory);
      EXPECT_EQ(access.child_text("FileName"), "/scan.pdf");
      EXPECT_EQ(access.child_text("Password").size(), 8u);
      auto root = Ftp(access.child_text("UserName"), access.child_text("Password"));
      EXPECT_EQ(Curl(root + directory + "/scan.pdf"), large);
      EXPECT_EQ(Curl("-l " + root), "scan.pdf\n");
      EXPECT_EQ(Ack(request.text("MessageId"), provider, version).said, "AckResponse");
      EXPECT_THAT(Curl(root + directory + "/scan.pdf"), HasSubstr("curl: (67)")) << "no account";
      EXPECT_FALSE(fs::exists(folder + "/ftp/messages/" + request.text("MessageId")));
    }
  }
}

TEST_F(Delivery, AnUploadDirectoryOfItsOwnIsFoundFromEitherSide) {
  Register(asker, {{"upload_directory", "okno-files"}});
  for (const std::string user : {"anonymous", "OKNO01"}) {
    auto directory = Uuid::NewV1().ToString();
    EXPECT_EQ(PutInto(Ftp(user, "smev") + "okno-files/" + directory + "/"), "");
    EXPECT_EQ(Send({.after_content = FileHeader(directory, "x")}).said, "SendRequestResponse");
  }
}

TEST_F(Delivery, APasswordKeepsOthersOutOfAnUploadDirectory) {
  Register(asker, {{"upload_directory", "okno-files"}, {"ftp_password", "secret77"}});
  auto directory = Uuid::NewV1().ToString();
  EXPECT_EQ(PutInto(Ftp("OKNO01", "secret77") + "okno-files/" + directory + "/"), "");
  EXPECT_THAT(Curl("-l " + Ftp("OKNO01", "smev")), HasSubstr("curl: (67)"));
  auto as_anybody = Ftp("anonymous", "smev") + "okno-files/" + directory + "/";
  EXPECT_THAT(Curl(as_anybody + "a.pdf"), HasSubstr("curl: (9)"));
  EXPECT_THAT(PutInto(as_anybody), HasSubstr("curl: (9)"));
  EXPECT_EQ(Send({.after_content = FileHeader(directory, "x")}).said, "SendRequestResponse")
      << "as it was put there";
}

TEST_F(Delivery, WrongFilesAreToldAtOnceOrAfterwards) {
  auto nowhere = Send({.after_content = FileHeader(Uuid::NewV1().ToString(), "x")});
  EXPECT_EQ(nowhere.said, "AttachmentContentMiscoordination");
  EXPECT_THAT(nowhere.description, HasSubstr("SMEV-201"));
  auto foreign = PutFile("MSZ001", "x");
  EXPECT_EQ(Send({.after_content = FileHeader(foreign, "x")}).said,
            "AttachmentContentMiscoordination")
      << "in another's area";
  auto letter = [&](const std::string& header) {
    EXPECT_EQ(Send({.after_content = header}).said, "SendRequestResponse");
    auto answer = GetResponse();
    Ack(answer.text("MessageId"), asker);
    return answer.text("StatusDetails");
  };
  EXPECT_THAT(letter(FileHeader(PutFile("anonymous", "one"), "two")), HasSubstr("хэш файла"));
  EXPECT_THAT(letter(FileHeader(PutFile("anonymous", "one"), "one", "two")),
              HasSubstr("подпись вложение scan.pdf неверна"));
  Set("ftp_limit", 10);
  auto large = PutFile("anonymous", "0123456789");
  EXPECT_EQ(Send({.after_content = FileHeader(large, "0123456789")}).said, "SendRequestResponse");
  auto one = PutFile("anonymous", "012345"), two = PutFile("anonymous", "012345");
  auto both = FileHeader(one, "012345");
  both.insert(both.find("</b:RefAttachmentHeaderList>"),
              FileHeader(two, "012345").substr(27, FileHeader(two, "012345").size() - 55));
  auto over = Send({.after_content = both});
  EXPECT_EQ(over.said, "AttachmentSizeLimitExceeded");
  EXPECT_EQ(over.text("RealTotalAttachmentSize"), "12");
}

TEST_F(Delivery, ARepeatAfterAFullQueueFindsItsFilesAgain) {
  auto directory = PutFile("anonymous", "x");
  Sending sending{.after_content = FileHeader(directory, "x")};
  Send({});
  Set("queue_limit", 1);
  EXPECT_EQ(Send(sending).said, "DestinationOverflow");
  Set("queue_limit", 0);
  EXPECT_EQ(Send(sending).said, "SendRequestResponse");
  EXPECT_EQ(Send(sending).said, "MessageIsAlreadySent");
}

TEST_F(Delivery, LargeFilesAreCheckedInTheBackground) {
  Set("checked_at_once", 1000);
  std::string large(1001, 'x');
  auto good = PutFile("anonymous", large);
  auto id = Send({.after_content = FileHeader(good, large)}).text("MessageId");
  control::Order(base(), "POST", "rounds", Json::object());
  EXPECT_EQ(GetRequest().text("MessageId"), id);
  auto wrong = PutFile("anonymous", large);
  auto refused = Send({.after_content = FileHeader(wrong, "other")}).text("MessageId");
  control::Order(base(), "POST", "rounds", Json::object());
  EXPECT_FALSE(GetRequest().has_message());
  EXPECT_EQ(GetResponse().text("OriginalMessageId"), refused);
}

TEST_F(Delivery, ContentsOfWhatIsDeliveredAreKeptForATimeOnly) {
  auto attachments = [&](const std::string& id) {
    auto answer = http::Send({.url = base() + "/control/messages/" + id});
    return json::Parse(answer.body).value().at("attachments").size();
  };
  auto fetched = Send(WithAttachment()).text("MessageId");
  GetRequest();
  Ack(fetched, provider);
  auto waiting = Send(WithAttachment()).text("MessageId");
  clock.Advance(24h * 8);
  control::Order(base(), "POST", "rounds", Json::object());
  EXPECT_EQ(attachments(fetched), 0u);
  EXPECT_EQ(attachments(waiting), 1u);
}

TEST_F(Delivery, AccountsEndWithTheLifeOfFiles) {
  Set("file_life_seconds", 3600);
  auto directory = PutFile("anonymous", "x");
  Send({.after_content = FileHeader(directory, "x")});
  auto request = GetRequest();
  auto root = Ftp(request.text("UserName"), request.text("Password"));
  EXPECT_EQ(Curl(root + "scan.pdf"), "x");
  clock.Advance(2h);
  EXPECT_THAT(Curl(root + "scan.pdf"), HasSubstr("curl: (67)"));
}

}  // namespace
}  // namespace okno::testbed::testing
