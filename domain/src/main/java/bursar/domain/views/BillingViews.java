package bursar.domain.views;

import bursar.domain.Failure;
import bursar.domain.Transactions;
import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostFilter;
import bursar.domain.identity.Tag;
import bursar.domain.identity.TagStore;
import bursar.domain.organizations.Organizations;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of custom billing views. Source: AWS Billing API reference; Cost Management guide, billing views. */
public final class BillingViews {
  /** How many custom views an account may have. */
  public static final int VIEWS_MAX = 1_000;
  /** How many views one view may be made of. */
  public static final int SOURCES_MAX = 20;
  /** How many custom views may stand one on the other. */
  public static final int DEPTH_MAX = 5;

  private static final int TAGS_MAX = 50;

  private final BillingViewStore store;
  private final TagStore tags;
  private final Organizations organizations;
  private final Transactions transactions;
  private final InstantSource clock;

  /** The rules over those stores. */
  public BillingViews(
      BillingViewStore store, TagStore tags, Organizations organizations, Transactions transactions, InstantSource clock) {
    this.store = store;
    this.tags = tags;
    this.organizations = organizations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Makes a view of the costs of a management account.
   *
   * @param clientToken null, or what a repeated request carries again: then the view that is there is answered
   * @throws Failure AccessDeniedException, ServiceQuotaExceededException, ConflictException, ValidationException
   */
  public BillingView create(
      AccountId owner, String name, String description, ViewFilter filter, List<String> sources, @Nullable String clientToken) {
    return transactions.inTransaction(() -> {
      refuseUnlessManaging(owner);
      List<BillingView> all = store.ofOwner(owner);
      Optional<BillingView> repeated = all.stream().filter(one -> clientToken != null && clientToken.equals(one.clientToken())).findFirst();
      if (repeated.isPresent()) {
        BillingView there = repeated.get();
        if (there.name().equals(name) && there.filter().equals(filter) && there.sources().equals(sources)) {
          return there;
        }
        throw new Failure("ConflictException", "The client token belongs to another request, which made " + there.arn() + ".");
      }
      if (all.size() >= VIEWS_MAX) {
        throw new Failure("ServiceQuotaExceededException", "An account has at most " + VIEWS_MAX + " custom billing views.");
      }
      Instant now = clock.instant();
      BillingView view = new BillingView("arn:aws:billing::" + owner + ":billingview/custom-" + UUID.randomUUID(), owner, name, description,
          filter, sources, null, clientToken, now, now, now);
      checkSources(view);
      store.put(view);
      return view;
    });
  }

  private void refuseUnlessManaging(AccountId owner) {
    if (!manages(owner)) {
      throw new Failure("AccessDeniedException", "Account " + owner + " manages no organization, and only a management account makes custom"
          + " billing views.");
    }
  }

  private boolean manages(AccountId account) {
    return organizations.find(account).filter(organization -> organization.managementAccount().equals(account)).isPresent();
  }

  private void checkSources(BillingView view) {
    if (view.sources().isEmpty() || view.sources().size() > SOURCES_MAX || new LinkedHashSet<>(view.sources()).size() < view.sources().size()) {
      throw new Failure("ValidationException", "A view is made of 1 to " + SOURCES_MAX + " different views, and here of " + view.sources().size() + ".");
    }
    checkDepth(view, view, 1);
  }

  private void checkDepth(BillingView whole, BillingView part, int depth) {
    if (depth > DEPTH_MAX) {
      throw new Failure("ValidationException", "At most " + DEPTH_MAX + " custom views stand one on the other.");
    }
    for (String source : part.sources()) {
      if (source.equals(whole.arn())) {
        throw new Failure("ValidationException", "A view cannot be made of itself, and " + source + " would be, by way of " + part.arn() + ".");
      }
      if (!source.equals(BillingView.primary(whole.owner()))) {
        checkDepth(whole, owned(whole.owner(), source), depth + 1);
      }
    }
  }

  /**
   * A view of that account.
   *
   * @throws Failure ResourceNotFoundException
   */
  public BillingView owned(AccountId owner, String arn) {
    return store.find(arn).filter(view -> view.owner().equals(owner)).orElseThrow(() -> notFound(arn));
  }

  private static Failure notFound(String arn) {
    return new Failure("ResourceNotFoundException", "There is no billing view " + arn + " that you may use.");
  }

  /** The views of an account, by ARN. */
  public List<BillingView> ofOwner(AccountId owner) {
    return store.ofOwner(owner);
  }

  /**
   * A view of the reader's account, or one that its management account shares with the reader.
   *
   * @param action what the reader does with it, such as {@code billing:GetBillingViewData}
   * @throws Failure ResourceNotFoundException, for views that are not there and for those that are not shared alike
   */
  public BillingView readable(AccountId account, String principalArn, String action, String arn) {
    BillingView view = store.find(arn).orElseThrow(() -> notFound(arn));
    boolean may = view.owner().equals(account)
        || (view.owner().equals(organizations.payerOf(account)) && SharingPolicy.allows(view, principalArn, action));
    if (!may) {
      throw notFound(arn);
    }
    return view;
  }

  /** The views that the management account of the reader's organization shares with the reader, by ARN. */
  public List<BillingView> sharedWith(AccountId account, String principalArn) {
    AccountId payer = organizations.payerOf(account);
    return payer.equals(account)
        ? List.of()
        : store.ofOwner(payer).stream().filter(view -> SharingPolicy.allows(view, principalArn, SharingPolicy.KNOW)).toList();
  }

  /**
   * Gives a view another name, description or filter; null leaves what is there.
   *
   * @throws Failure ResourceNotFoundException, AccessDeniedException
   */
  public BillingView update(
      AccountId owner, String arn, @Nullable String name, @Nullable String description, @Nullable ViewFilter filter) {
    return changed(owner, arn, (view, now) -> {
      BillingView named = view.named(name == null ? view.name() : name, description == null ? view.description() : description, now);
      return filter == null ? named : named.defined(filter, named.sources(), now);
    });
  }

  /**
   * Makes a view of more views.
   *
   * @throws Failure ResourceNotFoundException, ValidationException, AccessDeniedException
   */
  public BillingView associate(AccountId owner, String arn, List<String> more) {
    return changed(owner, arn, (view, now) -> {
      Set<String> sources = new LinkedHashSet<>(view.sources());
      sources.addAll(more);
      return checked(view.defined(view.filter(), List.copyOf(sources), now));
    });
  }

  /** Takes views out of those a view is made of; the failures are those of {@link #associate}. */
  public BillingView disassociate(AccountId owner, String arn, List<String> fewer) {
    return changed(owner, arn, (view, now) -> {
      List<String> sources = new ArrayList<>(view.sources());
      sources.removeAll(fewer);
      return checked(view.defined(view.filter(), sources, now));
    });
  }

  private BillingView checked(BillingView view) {
    checkSources(view);
    return view;
  }

  /**
   * Shares a view as a resource policy says, or with nobody.
   *
   * @param policy the policy's JSON; null to share with nobody
   * @throws Failure ResourceNotFoundException, AccessDeniedException, ValidationException for a malformed policy, saying what is wrong and where
   */
  public BillingView share(AccountId owner, String arn, @Nullable String policy) {
    if (policy != null) {
      try {
        if (PolicyReader.readForStorage(policy, PolicyKind.RESOURCE).statements().stream().anyMatch(one -> !one.conditions().isEmpty())) {
          throw new Failure("ValidationException", "The policy of a view takes no Condition. Name whom it means in Principal, and choose rows by the"
              + " view's filter, or by conditions in the policies of those who read it.");
        }
      } catch (MalformedPolicyException malformed) {
        throw new Failure("ValidationException",
            "The policy is malformed: " + malformed.getMessage() + " (line " + malformed.line() + ", column " + malformed.column() + ")");
      }
    }
    return changed(owner, arn, (view, now) -> view.shared(policy, now));
  }

  private interface Change {
    BillingView of(BillingView view, Instant now);
  }

  private BillingView changed(AccountId owner, String arn, Change change) {
    return transactions.inTransaction(() -> {
      BillingView view = owned(owner, arn);
      refuseUnlessManaging(owner);
      BillingView after = change.of(view, clock.instant());
      store.put(after);
      return after;
    });
  }

  /**
   * Forgets a view; nothing happens when there is none.
   *
   * @param force whether to do so although other views are made of it, which cannot be read then
   * @throws Failure ConflictException
   */
  public void delete(AccountId owner, String arn, boolean force) {
    transactions.<Object>inTransaction(() -> {
      Optional<BillingView> view = store.find(arn).filter(one -> one.owner().equals(owner));
      if (view.isPresent() && !force && derived(view.get()) > 0) {
        throw new Failure("ConflictException", "Other views are made of " + arn + ". Delete these first, or delete it with force.");
      }
      view.ifPresent(one -> {
        store.delete(one.arn());
        tags.replace(one.arn(), List.of());
      });
      return arn;
    });
  }

  /** The tags of a view, by key. */
  public List<Tag> tags(BillingView view) {
    return tags.tags(view.arn());
  }

  /**
   * Gives a view tags, in the place of those with the same keys.
   *
   * @throws Failure ResourceNotFoundException, ServiceQuotaExceededException
   */
  public void tag(AccountId owner, String arn, List<Tag> more) {
    transactions.<Object>inTransaction(() -> {
      Map<String, Tag> all = new TreeMap<>();
      tags(owned(owner, arn)).forEach(tag -> all.put(tag.key(), tag));
      more.forEach(tag -> all.put(tag.key(), tag));
      if (all.size() > TAGS_MAX) {
        throw new Failure("ServiceQuotaExceededException", "A billing view has at most " + TAGS_MAX + " tags.");
      }
      tags.replace(arn, List.copyOf(all.values()));
      return arn;
    });
  }

  /**
   * Takes tags from a view.
   *
   * @throws Failure ResourceNotFoundException
   */
  public void untag(AccountId owner, String arn, List<String> keys) {
    transactions.<Object>inTransaction(() -> {
      tags.replace(arn, tags(owned(owner, arn)).stream().filter(tag -> !keys.contains(tag.key())).toList());
      return arn;
    });
  }

  /** How many views are made of a view. */
  public int derived(BillingView view) {
    return (int) store.ofOwner(view.owner()).stream().filter(other -> other.sources().contains(view.arn())).count();
  }

  /** Why a view cannot be read; empty when it can. */
  public List<ViewFault> faults(BillingView view) {
    if (!manages(view.owner())) {
      return List.of(ViewFault.VIEW_OWNER_NOT_MANAGEMENT_ACCOUNT);
    }
    Set<ViewFault> faults = new LinkedHashSet<>();
    for (String source : view.sources()) {
      if (!source.equals(BillingView.primary(view.owner()))) {
        Optional<BillingView> found = store.find(source);
        if (found.isEmpty()) {
          faults.add(ViewFault.SOURCE_VIEW_NOT_FOUND);
        } else if (!faults(found.get()).isEmpty()) {
          faults.add(ViewFault.SOURCE_VIEW_UNHEALTHY);
        }
      }
    }
    return List.copyOf(faults);
  }

  /**
   * The rows of its owner's costs that a view shows.
   *
   * @throws Failure BillingViewHealthStatusException when it cannot be read
   */
  public CostFilter rows(BillingView view) {
    List<ViewFault> faults = faults(view);
    if (!faults.isEmpty()) {
      throw new Failure("BillingViewHealthStatusException", "The billing view " + view.arn() + " cannot be read: " + faults + ".");
    }
    List<CostFilter> sources = new ArrayList<>();
    for (String source : view.sources()) {
      if (source.equals(BillingView.primary(view.owner()))) {
        return view.filter().rows();
      }
      sources.add(rows(owned(view.owner(), source)));
    }
    return CostFilter.and(new CostFilter.Or(sources), view.filter().rows());
  }
}
