package bursar.server.demo;

import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.FeatureSet;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationTree;
import bursar.operations.bursar.CreateAccount;
import bursar.operations.bursar.GetCostImport;
import bursar.operations.bursar.ImportCosts;
import bursar.server.rooms.InProcessChannel;
import bursar.server.rooms.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;

/**
 * The demo's world: a company with a management account, five member accounts and a year of costs, an administrator, a finance person and an
 * engineer. The switch is off, as in every new account, so that the seed's walk begins where it should.
 */
public final class DemoOrganization {
  /** The owner's address. */
  public static final String OWNER = "owner@example.com";
  /** The password of everybody in the demo. */
  public static final String PASSWORD = "Correct-horse-42";
  /** The alias of the management account. */
  public static final String ALIAS = "example-corp";

  private static final String MANAGEMENT_ID = "111122223333";
  /** Each: its id, name, the owner's name in the address, and the organizational unit that holds it. */
  private static final List<String[]> MEMBERS = List.of(
      new String[] {"222233334444", "Production", "production", "Workloads"},
      new String[] {"333344445555", "Staging", "staging", "Workloads"},
      new String[] {"444455556666", "Development", "development", "Workloads"},
      new String[] {"555566667777", "Data platform", "data", "Workloads"},
      new String[] {"666677778888", "Shared services", "shared", "Infrastructure"});

  private final Rooms rooms;

  /** A world in those rooms. */
  public DemoOrganization(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Whether the world is there already. */
  public boolean exists() {
    return rooms.accounts().find(new AccountId(MANAGEMENT_ID)).isPresent();
  }

  /**
   * Makes the world.
   *
   * @param today the last day with costs
   * @param told is told each step as a sentence
   */
  public void make(LocalDate today, java.util.function.Consumer<String> told) {
    told.accept("Creating the organization: a management account, five members, three people.");
    AccountId management = account(MANAGEMENT_ID, "Example Corp", OWNER);
    List<SampleCosts.Member> members = new ArrayList<>();
    Map<String, String> units = new HashMap<>();
    Organization organization =
        rooms.organizations().find(management).orElseGet(() -> rooms.organizations().create(management, FeatureSet.ALL));
    OrganizationTree tree = rooms.organizations().tree();
    for (String[] member : MEMBERS) {
      AccountId id = account(member[0], member[1], member[2] + "@example.com");
      rooms.organizations().join(management, id);
      String unit = units.computeIfAbsent(member[3], name -> tree.create(management, organization.rootId(), name).id());
      tree.move(management, id, organization.rootId(), unit);
      members.add(new SampleCosts.Member(id, member[1]));
    }
    people(management);
    told.accept("Making a year of costs and importing it.");
    costs(management, members, today);
  }

  private AccountId account(String id, String name, String email) {
    return rooms.accounts().find(new AccountId(id)).map(Account::id).orElseGet(() -> new AccountId(rooms.operator().call("CreateAccount",
        new CreateAccount.Request(email, name, id, PASSWORD, false), CreateAccount.Answer.class).accountId()));
  }

  private void people(AccountId management) {
    InProcessChannel owner = rooms.owner(management);
    owner.call("iam", "CreateAccountAlias", CreateAccountAliasRequest.builder().accountAlias(ALIAS).build(), CreateAccountAliasResponse.class);
    owner.call("iam", "CreateGroup", CreateGroupRequest.builder().groupName("Finance").build(), CreateGroupResponse.class);
    owner.call("iam", "AttachGroupPolicy", AttachGroupPolicyRequest.builder().groupName("Finance")
        .policyArn("arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess").build(), AttachGroupPolicyResponse.class);
    for (String name : List.of("alice", "frank", "erin")) {
      owner.call("iam", "CreateUser", CreateUserRequest.builder().userName(name).build(), CreateUserResponse.class);
      owner.call("iam", "CreateLoginProfile", CreateLoginProfileRequest.builder().userName(name).password(PASSWORD)
          .passwordResetRequired(false).build(), CreateLoginProfileResponse.class);
    }
    owner.call("iam", "AttachUserPolicy", AttachUserPolicyRequest.builder().userName("alice")
        .policyArn("arn:aws:iam::aws:policy/AdministratorAccess").build(), AttachUserPolicyResponse.class);
    owner.call("iam", "AddUserToGroup", AddUserToGroupRequest.builder().groupName("Finance").userName("frank").build(),
        AddUserToGroupResponse.class);
  }

  private void costs(AccountId management, List<SampleCosts.Member> members, LocalDate today) {
    Path made = rooms.folder().root().resolve("sample-costs");
    try {
      List<String> files = SampleCosts.write(made, management, members, today).stream().map(Path::toString).toList();
      String id = rooms.operator().call("ImportCosts", new ImportCosts.Request(management.digits(), files), ImportCosts.Answer.class).importId();
      GetCostImport.Answer now = ask(id);
      while (now.status().equals("RUNNING")) {
        Thread.sleep(50);
        now = ask(id);
      }
      if (now.result() == null) {
        throw new IllegalStateException("The demo's costs could not be imported: " + now.failure());
      }
      remove(made);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's costs cannot be written.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private GetCostImport.Answer ask(String id) {
    return rooms.operator().call("GetCostImport", new GetCostImport.Request(id), GetCostImport.Answer.class);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
