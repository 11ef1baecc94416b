package org.manumit.importers.calls;

/** Keys of the meanings in {@code columns.txt}. */
final class CallColumns {

    static final String CALLER = "caller";
    static final String CALLED = "called";
    static final String SUBSCRIBER = "subscriber";
    static final String OTHER = "other";
    static final String DIRECTION = "direction";
    static final String KIND = "kind";
    static final String START = "start";
    static final String DATE = "date";
    static final String TIME = "time";
    static final String END = "end";
    static final String END_TIME = "end time";
    static final String OFFSET = "offset";
    static final String NAME = "name";
    static final String ADDRESS = "address";
    static final String DURATION = "duration";
    static final String TALK_TIME = "talk time";
    static final String COUNTRY_CODE = "mcc";
    static final String NETWORK_CODE = "mnc";
    static final String POSITION = "position";
    static final String EASTING = "easting";
    static final String NORTHING = "northing";
    static final String CELL = "cell";
    static final String OTHER_CELL = "other cell";
    static final String AREA = "area";
    static final String IMEI = "imei";
    static final String OTHER_IMEI = "other imei";
    static final String IMSI = "imsi";
    static final String OTHER_IMSI = "other imsi";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";
    static final String RECORD = "record";

    private CallColumns() {}
}
