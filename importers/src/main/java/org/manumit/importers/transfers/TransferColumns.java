package org.manumit.importers.transfers;

/** Keys of the meanings in {@code columns.txt}. */
final class TransferColumns {

    static final String FROM = "from";
    static final String TO = "to";
    static final String ACCOUNT = "account";
    static final String COUNTERPARTY_ACCOUNT = "counterparty account";
    static final String COUNTERPARTY = "counterparty";
    static final String DEBT = "debt";
    static final String REPAID = "repaid";
    static final String NAME = "name";
    static final String HOLDER = "holder";
    static final String FROM_NAME = "from name";
    static final String TO_NAME = "to name";
    static final String FROM_FIRST_NAME = "from first name";
    static final String TO_FIRST_NAME = "to first name";
    static final String ZONE = "zone";
    static final String FROM_PHONE = "from phone";
    static final String TO_PHONE = "to phone";
    static final String FROM_PAPER = "from paper";
    static final String TO_PAPER = "to paper";
    static final String ON_BEHALF_OF = "on behalf of";
    static final String FOR_THE_BENEFIT_OF = "for the benefit of";
    static final String AMOUNT = "amount";
    static final String DEBIT = "debit";
    static final String CREDIT = "credit";
    static final String SIGN = "sign";
    static final String CURRENCY = "currency";
    static final String DATE = "date";
    static final String VALUE_DATE = "value date";
    static final String TIME = "time";
    static final String STEP = "step";
    static final String TYPE = "type";
    static final String PURPOSE = "purpose";
    static final String RECORD = "record";
    static final String BALANCE = "balance";
    static final String STATUS = "status";
    static final String OTHER_AMOUNT = "other amount";

    private TransferColumns() {}
}
