package bursar.domain.costs;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the whole visible data says of one linked account in one currency.
 *
 * @param accountId as the data writes it: twelve digits on AWS, any text elsewhere
 * @param name the account's name where the data has it
 * @param currency three letters
 * @param unblendedCost the sum over all its rows
 * @param firstMonth the month of its first row
 * @param lastMonth the month of its last row
 */
public record LinkedAccountCharges(
    String accountId, @Nullable String name, String currency, BigDecimal unblendedCost, YearMonth firstMonth, YearMonth lastMonth) {}
