package org.breakwater.engine.signal;

/**
 * A sum of money.
 *
 * @param value in units of the currency
 * @param currency ISO 4217 code; empty when none is named
 * @param first its first token
 * @param last its last token, currency included
 */
record Amount(double value, String currency, int first, int last) {}
