package bursar.operations.declaration;

import bursar.operations.gate.Caller;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an operation, said once: routing, decoding, authorization, audit, documentation and tests derive from it.
 *
 * @param <I> the request: an SDK model class or a record
 * @param <O> the answer: an SDK model class or a record
 */
public final class Declaration<I, O> {
  private final Builder<I, O> said;

  private Declaration(Builder<I, O> said) {
    this.said = said;
  }

  /** Starts a declaration: the service, the operation's name on the wire, and its shapes. */
  public static <I, O> Builder<I, O> of(ServiceDefinition service, String name, Class<I> inputType, Class<O> outputType) {
    return new Builder<>(service, name, inputType, outputType);
  }

  /** The service that offers it. */
  public ServiceDefinition service() {
    return said.service;
  }

  /** The operation's name on the wire, such as {@code CreateUser}. */
  public String name() {
    return said.name;
  }

  /** {@code service:Name}, as people write it. */
  public String qualifiedName() {
    return said.service.name() + ":" + said.name;
  }

  /** The class of requests. */
  public Class<I> inputType() {
    return said.inputType;
  }

  /** The class of answers. */
  public Class<O> outputType() {
    return said.outputType;
  }

  /** One sentence for the reference. */
  public String summary() {
    return said.summary;
  }

  /** The permission it needs; null only for {@link Exemption#UNSIGNED}, {@link Exemption#UNDENIABLE} and {@link Exemption#OPERATOR_ONLY}. */
  public @Nullable Need need() {
    return said.need;
  }

  /** Whether it lists, reads or writes. */
  public AccessLevel level() {
    return said.level;
  }

  /** How it differs from «signed, and allowed by policies»; mostly empty. */
  public Set<Exemption> exemptions() {
    return said.exemptions;
  }

  /** Whether it answers costs, so that the gate must say which rows the caller may see. */
  public boolean readsCosts() {
    return said.readsCosts;
  }

  /** Whether asking about oneself is free: the gate lets it pass when {@link #aboutCaller} says so. */
  public boolean aboutCaller(Caller caller, I input) {
    return said.aboutCaller != null && said.aboutCaller.apply(caller, input);
  }

  /** Whether the declaration frees questions about oneself at all. */
  public boolean freeAboutCaller() {
    return said.aboutCaller != null;
  }

  /** The ARN the call is about, or {@code *} where the action takes no resource. */
  public String resource(Caller caller, I input) {
    return said.resource.apply(caller, input);
  }

  /** The ARN the thing would have after the call, which must be allowed as well; null where the call gives it no other. */
  public @Nullable String becomes(Caller caller, I input) {
    return said.becomes == null ? null : said.becomes.apply(caller, input);
  }

  /** The condition keys that only this call knows, such as {@code iam:PolicyARN}; empty lists are left out. */
  public Map<String, List<String>> conditionKeys(Caller caller, I input) {
    return said.conditionKeys.apply(caller, input);
  }

  /** What the request's members must satisfy. */
  public List<MemberRule> rules() {
    return said.rules;
  }

  /** The errors it may answer beside the service's common ones. */
  public Set<ErrorCode> errors() {
    return said.errors;
  }

  /** The code of a request whose members break a rule. */
  public String invalidInput() {
    return said.invalidInput;
  }

  /** Wire names of members whose values never reach a log or the audit trail. */
  public Set<String> secrets() {
    return said.secrets;
  }

  /** The event's name in the audit trail; the operation's own name unless AWS gives it another. */
  public String eventName() {
    return said.eventName == null ? said.name : said.eventName;
  }

  /** The event's source in the audit trail. */
  public String eventSource() {
    return said.eventSource == null ? said.service.eventSource() : said.eventSource;
  }

  /** The method and path of a REST service's operation; null where the path is the operation's name. */
  public @Nullable HttpRoute route() {
    return said.route;
  }

  /** A request that is right in form, for the reference and for the tests that every operation passes. */
  public I example() {
    if (said.example == null) {
      throw new IllegalStateException(qualifiedName() + " has no example");
    }
    return said.example.get();
  }

  boolean hasExample() {
    return said.example != null;
  }

  @Override
  public String toString() {
    return qualifiedName();
  }

  /** Collects a declaration. */
  public static final class Builder<I, O> {
    private final ServiceDefinition service;
    private final String name;
    private final Class<I> inputType;
    private final Class<O> outputType;
    private String summary = "";
    private @Nullable Need need;
    private AccessLevel level = AccessLevel.WRITE;
    private final Set<Exemption> exemptions = EnumSet.noneOf(Exemption.class);
    private boolean readsCosts;
    private @Nullable BiFunction<Caller, I, Boolean> aboutCaller;
    private BiFunction<Caller, I, String> resource = (caller, input) -> "*";
    private BiFunction<Caller, I, Map<String, List<String>>> conditionKeys = (caller, input) -> Map.of();
    private @Nullable BiFunction<Caller, I, @Nullable String> becomes;
    private final List<MemberRule> rules = new ArrayList<>();
    private final Set<ErrorCode> errors = new LinkedHashSet<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private String invalidInput;
    private @Nullable String eventName;
    private @Nullable String eventSource;
    private @Nullable Supplier<I> example;
    private @Nullable HttpRoute route;

    private Builder(ServiceDefinition service, String name, Class<I> inputType, Class<O> outputType) {
      this.service = service;
      this.name = name;
      this.inputType = inputType;
      this.outputType = outputType;
      this.invalidInput = service.protocol() == Protocol.AWS_QUERY ? "ValidationError" : "ValidationException";
    }

    /** One sentence for the reference, ending with a full stop. */
    public Builder<I, O> summary(String sentence) {
      summary = sentence;
      return this;
    }

    /** The permission it needs, and what kind of access that is. */
    public Builder<I, O> needs(Need permission, AccessLevel kind) {
      need = permission;
      level = kind;
      return this;
    }

    /** A need of one action outside billing. */
    public Builder<I, O> needs(String action, AccessLevel kind) {
      return needs(Need.of(action), kind);
    }

    /** States a way in which it differs from the rule, and what kind of access it is. */
    public Builder<I, O> exempt(Exemption exemption, AccessLevel kind) {
      exemptions.add(exemption);
      level = kind;
      return this;
    }

    /** It answers costs: the gate must say which rows the caller may see. */
    public Builder<I, O> readsCosts() {
      readsCosts = true;
      return this;
    }

    /** Asking about oneself is free. */
    public Builder<I, O> freeAboutCaller(BiFunction<Caller, I, Boolean> test) {
      aboutCaller = test;
      return this;
    }

    /** The ARN the call is about. */
    public Builder<I, O> resource(BiFunction<Caller, I, String> arn) {
      resource = arn;
      return this;
    }

    /** The ARN the thing would have after the call, or null: renaming needs the right to the old name and to the new. */
    public Builder<I, O> becomes(BiFunction<Caller, I, @Nullable String> arn) {
      becomes = arn;
      return this;
    }

    /** The condition keys only this call knows. */
    public Builder<I, O> conditionKeys(BiFunction<Caller, I, Map<String, List<String>>> keys) {
      conditionKeys = keys;
      return this;
    }

    /** What members must satisfy. */
    public Builder<I, O> rules(MemberRule... memberRules) {
      rules.addAll(List.of(memberRules));
      return this;
    }

    /** The errors it may answer. */
    public Builder<I, O> errors(ErrorCode... codes) {
      errors.addAll(List.of(codes));
      return this;
    }

    /** The code of a request whose members break a rule, where the service has one of its own; it must be declared as an error, too. */
    public Builder<I, O> invalidAs(String code) {
      invalidInput = code;
      return this;
    }

    /** Members, of request or answer, whose values never reach a log or the audit trail. */
    public Builder<I, O> secrets(String... members) {
      secrets.addAll(List.of(members));
      return this;
    }

    /** Another name and source in the audit trail than the operation's own. */
    public Builder<I, O> auditedAs(String event, String source) {
      eventName = event;
      eventSource = source;
      return this;
    }

    /** The method and path of a REST service's operation, labels in braces: {@code GET}, {@code /analyzer/{analyzerName}}. */
    public Builder<I, O> at(String method, String path) {
      route = new HttpRoute(method, path);
      return this;
    }

    /** A request that is right in form. */
    public Builder<I, O> example(Supplier<I> request) {
      example = request;
      return this;
    }

    /** The declaration; whether it is whole is checked with all others by {@link OperationCatalogue}. */
    public Declaration<I, O> build() {
      return new Declaration<>(this);
    }
  }
}
