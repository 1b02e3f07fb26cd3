package dev.tallyport.connector.devin;

import java.time.LocalDate;

/// One figure of a series: a billing day and a product, which is empty where the vendor names none.
record Cell(LocalDate day, String product) {}
