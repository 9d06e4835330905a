package bursar.domain.commitments;

/**
 * A reservation or a savings plan, as its rows tell it. Empty text where they do not say.
 *
 * @param arn its ARN, or another id the source gives it
 * @param subscription the reservation's subscription; empty for savings plans
 * @param account the linked account that pays its fee
 * @param region where it holds
 * @param detail the reservation's instance type, or the savings plan's type
 */
public record Commitment(String arn, String subscription, String account, String region, String detail) {}
