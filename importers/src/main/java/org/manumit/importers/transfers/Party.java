package org.manumit.importers.transfers;

/**
 * One side of a transfer as a row gives it; each part may be empty text.
 *
 * @param account account, card or wallet
 * @param name name as written
 * @param phone telephone number as written
 * @param paper identity paper as written
 */
record Party(String account, String name, String phone, String paper) {

    static final Party NOBODY = new Party("", "", "", "");

    static Party account(String account) {
        return new Party(account, "", "", "");
    }

    boolean isNobody() {
        return account.isEmpty() && name.isEmpty() && phone.isEmpty() && paper.isEmpty();
    }
}
