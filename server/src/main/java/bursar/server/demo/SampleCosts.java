package bursar.server.demo;

import bursar.domain.accounts.AccountId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Thirteen months of plausible costs of a company with five accounts, as AWS Cost and Usage Reports in the legacy layout: daily lines, tags
 * (team, environment, cost-center), a reservation, support, tax, credits, growth, quieter weekends, and one runaway week. No outside data is
 * used; the same day and accounts give the same files, byte for byte.
 */
public final class SampleCosts {
  private static final int MONTHS = 13;
  private static final int RUNAWAY_MONTHS_AGO = 2;
  private static final int AMOUNT_DIGITS = 10;
  private static final BigDecimal TAX_RATE = new BigDecimal("0.08");
  private static final BigDecimal SUPPORT_RATE = new BigDecimal("0.05");
  private static final BigDecimal NOTHING = BigDecimal.ZERO;

  private final AccountId payer;
  private final List<Member> members;
  private final LocalDate today;
  private final YearMonth firstMonth;

  /**
   * An account that uses things.
   *
   * @param name what its owner calls it
   */
  public record Member(AccountId id, String name) {}

  private SampleCosts(AccountId payer, List<Member> members, LocalDate today) {
    this.payer = payer;
    this.members = List.copyOf(members);
    this.today = today;
    this.firstMonth = YearMonth.from(today).minusMonths(MONTHS - 1L);
  }

  /**
   * Writes the reports, one folder a month.
   *
   * @param folder where to; created when missing
   * @param payer the account that pays for all
   * @param members the five accounts that use things: production, staging, development, data and shared services, in this order
   * @param today the last day with costs
   * @return the written files, the oldest month first
   */
  public static List<Path> write(Path folder, AccountId payer, List<Member> members, LocalDate today) throws IOException {
    if (members.size() != SampleWorkload.ACCOUNTS) {
      throw new IllegalArgumentException("The sample costs are of " + SampleWorkload.ACCOUNTS + " accounts, not of " + members.size() + ".");
    }
    SampleCosts sample = new SampleCosts(payer, members, today);
    List<Path> files = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      files.add(sample.writeMonth(folder, month));
    }
    return files;
  }

  private Path writeMonth(Path folder, int monthNumber) throws IOException {
    YearMonth month = firstMonth.plusMonths(monthNumber);
    String period = month.atDay(1).toString().replace("-", "") + "-" + month.plusMonths(1).atDay(1).toString().replace("-", "");
    Path file = Files.createDirectories(folder.resolve(period)).resolve("company-costs-1.csv.gz");
    List<SampleLine> lines = new ArrayList<>();
    LocalDate last = month.equals(YearMonth.from(today)) ? today : month.atEndOfMonth();
    for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
      addUsage(lines, day, monthNumber);
    }
    SampleReservation.addMonth(lines, members.getFirst(), month, last, monthNumber);
    addCredits(lines, month, monthNumber);
    addSupport(lines, month);
    addTax(lines, month);
    try (BufferedWriter out = new BufferedWriter(
        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      out.write(SampleLine.HEADER);
      for (SampleLine line : lines) {
        out.write(line.csv(payer, month));
      }
    }
    return file;
  }

  private void addUsage(List<SampleLine> lines, LocalDate day, int monthNumber) {
    boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    boolean runaway = YearMonth.from(day).equals(firstMonth.plusMonths(MONTHS - 1L - RUNAWAY_MONTHS_AGO))
        && day.getDayOfMonth() >= 11 && day.getDayOfMonth() <= 15;
    List<SampleWorkload> workloads = SampleWorkload.all();
    for (int at = 0; at < workloads.size(); at++) {
      SampleWorkload workload = workloads.get(at);
      for (int copy = 1; copy <= workload.copies(); copy++) {
        int share = workload.sharePermille(monthNumber, weekend, runaway);
        if (share > 0) {
          // Each line has its own noise, so that adding a workload changes no other.
          SplittableRandom noise = new SplittableRandom(1_000_003L * at + 10_007L * copy + day.toEpochDay());
          lines.add(usage(workload, copy, day, share * (940L + noise.nextInt(121)) / 1000));
        }
      }
    }
  }

  private SampleLine usage(SampleWorkload workload, int copy, LocalDate day, long sharePermille) {
    Member member = members.get(workload.account());
    BigDecimal quantity = workload.dailyQuantity().multiply(BigDecimal.valueOf(sharePermille)).movePointLeft(3);
    BigDecimal cost = quantity.multiply(workload.rate()).setScale(AMOUNT_DIGITS, RoundingMode.HALF_UP);
    return new SampleLine(member, day, "Usage", workload.product(), workload.usageType(), workload.operation(), workload.region(),
        workload.resource(member.id(), copy), quantity, workload.unit(), cost, cost, workload.instanceType(),
        workload.tags(), Map.of());
  }

  private void addCredits(List<SampleLine> lines, YearMonth month, int monthNumber) {
    if (monthNumber < 4) {
      lines.add(SampleLine.charge(members.get(2), month.atDay(1), "Credit", SampleProduct.EC2, "StartupCredit", new BigDecimal("-150.00")));
    }
    if (monthNumber == 7) {
      lines.add(SampleLine.charge(members.get(3), month.atDay(3), "Credit", SampleProduct.GLUE, "MigrationCredit", new BigDecimal("-420.00")));
    }
  }

  private void addSupport(List<SampleLine> lines, YearMonth month) {
    BigDecimal charges = lines.stream().filter(line -> line.type().equals("Usage")).map(SampleLine::unblended).reduce(NOTHING, BigDecimal::add);
    lines.add(SampleLine.charge(members.getLast(), month.atDay(1), "Fee", SampleProduct.SUPPORT, "Dollar",
        charges.multiply(SUPPORT_RATE).setScale(2, RoundingMode.HALF_UP)));
  }

  /** Tax of each account and product, on the first day of the month, as AWS states it; credits lessen it. */
  private void addTax(List<SampleLine> lines, YearMonth month) {
    Map<String, SampleLine> examples = new TreeMap<>();
    Map<String, BigDecimal> taxed = new TreeMap<>();
    for (SampleLine line : lines) {
      String key = line.member().id() + " " + line.product();
      examples.putIfAbsent(key, line);
      taxed.merge(key, line.unblended(), BigDecimal::add);
    }
    taxed.forEach((key, sum) -> {
      SampleLine example = java.util.Objects.requireNonNull(examples.get(key));
      BigDecimal tax = sum.max(NOTHING).multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP);
      if (tax.signum() > 0) {
        lines.add(SampleLine.charge(example.member(), month.atDay(1), "Tax", example.product(), "", tax));
      }
    });
  }
}
