package bursar.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.accounts.SignUpPolicy;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.ConsolePage;
import bursar.server.data.DataFolder;
import bursar.server.settings.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of operations says what the declarations say. */
class OperationsReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "reference", "operations.md");

  @TempDir private Path folder;

  @Test
  void referenceSaysWhatTheDeclarationsSay() throws IOException {
    String written = reference();
    String kept = Files.exists(REFERENCE) ? Files.readString(REFERENCE) : "";
    if (!kept.equals(written)) {
      Files.createDirectories(REFERENCE.getParent());
      Files.writeString(REFERENCE, written);
    }
    assertThat(kept).as("docs/reference/operations.md was out of date and has been written anew: read the difference and commit it")
        .isEqualTo(written);
  }

  private String reference() {
    DataFolder data = DataFolder.at(folder.resolve("data"));
    assertThat(data.take()).isTrue();
    StringBuilder text = new StringBuilder("# Operations\n\nWritten from the declarations; a test compares. «Needs» names today's action and, after a slash,"
        + " the legacy permissions that\nhave a say beside it: in the console only for services with an SDK, for every caller otherwise.\n");
    try (Rooms rooms = Rooms.open(ServerSettings.local(data.root(), 0, SignUpPolicy.OPEN), data, SetupCode.fresh(), Clock.systemUTC())) {
      for (ServiceDefinition service : rooms.catalogue().services()) {
        List<Operation<?, ?>> own = rooms.catalogue().all().stream().filter(one -> one.declaration().service().equals(service))
            .sorted(Comparator.comparing(one -> one.declaration().name())).toList();
        text.append("\n## ").append(service.name()).append(" (").append(own.size()).append(")\n\nProtocol ").append(service.protocol())
            .append(service.targetPrefix().isEmpty() ? ", version " + service.apiVersion() : ", target prefix `" + service.targetPrefix() + "`")
            .append(".\n\n| operation | what it does | needs | required | errors |\n|---|---|---|---|---|\n");
        own.forEach(one -> text.append(line(one.declaration())));
      }
    }
    text.append("\n## Pages of the console\n\n| page | needs |\n|---|---|\n");
    for (ConsolePage page : ConsolePage.values()) {
      text.append("| ").append(page.wireName()).append(" | ").append(needs(page.need())).append(" |\n");
    }
    return text.toString();
  }

  private static String line(Declaration<?, ?> declaration) {
    String needs = declaration.need() == null ? "" : needs(declaration.need());
    String exempt = declaration.exemptions().stream().map(one -> one.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
    String free = declaration.freeAboutCaller() ? "free about oneself" : "";
    String all = List.of(needs, exempt, free).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    String required = declaration.rules().stream().filter(MemberRule::required).map(MemberRule::name).collect(Collectors.joining(", "));
    String errors = declaration.errors().stream().map(ErrorCode::code).collect(Collectors.joining(", "));
    return "| `" + declaration.name() + "` | " + declaration.summary() + " | " + all + " | " + required + " | " + errors + " |\n";
  }

  private static String needs(Need need) {
    String legacy = need.legacyActions().isEmpty() ? "" : " / `" + String.join("`, `", need.legacyActions()) + "`";
    return "`" + need.action() + "`" + legacy + (need.behindSwitch() ? ", behind the switch" : "");
  }
}
