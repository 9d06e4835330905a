package bursar.domain.organizations;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.Account;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.AccountRules;
import bursar.domain.accounts.AccountStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The rules of invitations: the management account invites and may take back, the invited account accepts or declines, and after fifteen
 * days it is too late. Source: AWS Organizations API reference, handshakes.
 */
public final class Handshakes {
  /** How long an invitation can be accepted. */
  public static final Duration VALID = Duration.ofDays(15);
  /** How long a handshake is listed after it was made and answered. */
  public static final Duration LISTED = Duration.ofDays(30);
  /** How many invitations an organization may send in a day. */
  public static final int A_DAY_MAX = 100;

  private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");

  private final Organizations organizations;
  private final OrganizationStore organizationStore;
  private final HandshakeStore store;
  private final AccountStore accounts;
  private final Transactions transactions;
  private final OrganizationIds ids;
  private final InstantSource clock;

  /** The rules over those stores. */
  public Handshakes(Organizations organizations, OrganizationStore organizationStore, HandshakeStore store, AccountStore accounts,
      Transactions transactions, RandomGenerator random, InstantSource clock) {
    this.organizations = organizations;
    this.organizationStore = organizationStore;
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.ids = new OrganizationIds(random);
    this.clock = clock;
  }

  /**
   * Invites an account. An address that has no account yet is invited all the same: whoever signs up with it finds the invitation.
   *
   * @param management who invites
   * @throws Failure InvalidInputException, DuplicateHandshakeException, HandshakeConstraintViolationException, ConstraintViolationException
   */
  public Handshake invite(AccountId management, Handshake.TargetKind kind, String target, String notes) {
    return transactions.inTransaction(() -> {
      Organization organization = organizations.managedBy(management);
      Optional<Account> account = invited(kind, target);
      if (account.flatMap(one -> organizations.find(one.id())).filter(other -> other.id().equals(organization.id())).isPresent()) {
        throw new Failure("HandshakeConstraintViolationException", "The account " + target + " is already a member of this organization.",
            "ALREADY_IN_AN_ORGANIZATION");
      }
      refuseTooMany(organization);
      String key = kind == Handshake.TargetKind.EMAIL ? Handshake.emailKey(target) : target;
      Instant now = clock.instant();
      List<Handshake> known = store.ofOrganization(organization.id());
      if (known.stream().map(this::asOfNow).anyMatch(one -> one.state() == Handshake.State.OPEN && one.target().equals(key))) {
        throw new Failure("DuplicateHandshakeException", "An invitation of " + target + " into this organization is open already.");
      }
      if (known.stream().filter(one -> one.requested().isAfter(now.minus(Duration.ofDays(1)))).count() >= A_DAY_MAX) {
        throw new Failure("HandshakeConstraintViolationException", "You have sent " + A_DAY_MAX + " invitations within a day; wait.",
            "HANDSHAKE_RATE_LIMIT_EXCEEDED");
      }
      Handshake handshake = new Handshake(
          ids.handshake(), organization.id(), management, kind, key, notes, Handshake.State.OPEN, now, now.plus(VALID));
      store.insert(handshake);
      return handshake;
    });
  }

  private Optional<Account> invited(Handshake.TargetKind kind, String target) {
    if (kind == Handshake.TargetKind.EMAIL) {
      try {
        AccountRules.checkEmail(target);
      } catch (Failure malformed) {
        throw new Failure("InvalidInputException", malformed.sentence(), "INVALID_EMAIL_ADDRESS_TARGET");
      }
      return accounts.findByEmail(target);
    }
    Optional<Account> account = TWELVE_DIGITS.matcher(target).matches() ? accounts.find(new AccountId(target)) : Optional.empty();
    if (account.isEmpty()) {
      throw new Failure("InvalidInputException", "There is no account '" + target + "' in this installation.", "INVALID_PATTERN_TARGET_ID");
    }
    return account;
  }

  private void refuseTooMany(Organization organization) {
    if (organizations.isFull(organization)) {
      throw new Failure("HandshakeConstraintViolationException", "An organization has at most " + Organizations.ACCOUNTS_MAX + " accounts.",
          "ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    }
  }

  /**
   * A handshake, for the organization that made it and the account it invites; others do not learn that it is there.
   *
   * @throws Failure HandshakeNotFoundException
   */
  public Handshake get(AccountId asking, String id) {
    return store.find(id).map(this::asOfNow).filter(one -> one.payer().equals(asking) || invites(one, asking))
        .orElseThrow(() -> new Failure("HandshakeNotFoundException", "There is no handshake " + id + " that you sent or received."));
  }

  /** The ARN of a handshake that the account sent or received; everything where there is none of that id. */
  public String arn(AccountId asking, String id) {
    return store.find(id).filter(one -> one.payer().equals(asking) || invites(one, asking)).map(Handshake::arn).orElse("*");
  }

  private boolean invites(Handshake handshake, AccountId account) {
    return switch (handshake.targetKind()) {
      case ACCOUNT -> handshake.target().equals(account.digits());
      case EMAIL -> accounts.find(account).map(one -> Handshake.emailKey(one.email())).filter(handshake.target()::equals).isPresent();
    };
  }

  /** The handshakes of the organization the account manages, by id. */
  public List<Handshake> ofOrganization(AccountId management) {
    return listed(store.ofOrganization(organizations.managedBy(management).id()));
  }

  /** The handshakes that invite an account, by id. */
  public List<Handshake> ofAccount(AccountId account) {
    return accounts.find(account).map(one -> listed(store.ofTarget(account, Handshake.emailKey(one.email())))).orElse(List.of());
  }

  private List<Handshake> listed(List<Handshake> all) {
    Instant oldest = clock.instant().minus(LISTED);
    return all.stream().map(this::asOfNow).filter(one -> one.state() == Handshake.State.OPEN || one.requested().isAfter(oldest)).toList();
  }

  /**
   * Joins the organization that invited the account.
   *
   * @throws Failure HandshakeNotFoundException, HandshakeAlreadyInStateException, InvalidHandshakeTransitionException,
   *     HandshakeConstraintViolationException when the account belongs to an organization already
   */
  public Handshake accept(AccountId account, String id) {
    return transactions.inTransaction(() -> {
      Handshake handshake = received(account, id, Handshake.State.ACCEPTED);
      if (organizations.find(account).isPresent()) {
        throw new Failure("HandshakeConstraintViolationException", "The account " + account
            + " already belongs to an organization. Leave it first, then accept.", "ALREADY_IN_AN_ORGANIZATION");
      }
      Organization organization = organizationStore.organization(handshake.organization())
          .orElseThrow(() -> new IllegalStateException("An open handshake has its organization."));
      refuseTooMany(organization);
      var unused = organizations.admit(organization, account, Membership.Method.INVITED);
      return settled(handshake, Handshake.State.ACCEPTED);
    });
  }

  /** Turns an invitation down; the failures are those of {@link #accept}, without the last. */
  public Handshake decline(AccountId account, String id) {
    return transactions.inTransaction(() -> settled(received(account, id, Handshake.State.DECLINED), Handshake.State.DECLINED));
  }

  /** Takes an invitation back; the failures are those of {@link #decline}. */
  public Handshake cancel(AccountId management, String id) {
    return transactions.inTransaction(() -> {
      Handshake handshake = get(management, id);
      if (!handshake.payer().equals(management)) {
        throw new Failure("AccessDeniedException", "Only the organization that sent an invitation cancels it; you may decline it.");
      }
      return settled(open(handshake, Handshake.State.CANCELED), Handshake.State.CANCELED);
    });
  }

  private Handshake received(AccountId account, String id, Handshake.State wanted) {
    Handshake handshake = get(account, id);
    if (!invites(handshake, account)) {
      throw new Failure("AccessDeniedException", "Only the invited account answers an invitation; you may cancel it.");
    }
    return open(handshake, wanted);
  }

  private static Handshake open(Handshake handshake, Handshake.State wanted) {
    if (handshake.state() == wanted) {
      throw new Failure("HandshakeAlreadyInStateException", "The handshake " + handshake.id() + " is " + wanted + " already.");
    }
    if (handshake.state() != Handshake.State.OPEN) {
      throw new Failure("InvalidHandshakeTransitionException", "The handshake " + handshake.id() + " is " + handshake.state()
          + " and cannot become " + wanted + ".");
    }
    return handshake;
  }

  private Handshake settled(Handshake handshake, Handshake.State state) {
    store.update(handshake.id(), state);
    return handshake.in(state);
  }

  /** An open one is expired after its time, and canceled when its organization is gone. */
  private Handshake asOfNow(Handshake handshake) {
    if (handshake.state() != Handshake.State.OPEN) {
      return handshake;
    }
    if (organizationStore.organization(handshake.organization()).isEmpty()) {
      return handshake.in(Handshake.State.CANCELED);
    }
    return handshake.expires().isAfter(clock.instant()) ? handshake : handshake.in(Handshake.State.EXPIRED);
  }
}
