package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Places of the British National Grid in degrees (WGS 84), to about five metres: the inverse projection on Airy's
 * ellipsoid and the seven-parameter transformation of Ordnance Survey's "A guide to coordinate systems in Great
 * Britain", sections C and 6.6.
 */
public final class OsGrid {

    private static final double AIRY_A = 6_377_563.396;
    private static final double AIRY_B = 6_356_256.909;
    private static final double WGS_A = 6_378_137;
    private static final double WGS_B = 6_356_752.3142;
    private static final double SCALE = 0.9996012717;
    private static final double ORIGIN_LATITUDE = Math.toRadians(49);
    private static final double ORIGIN_LONGITUDE = Math.toRadians(-2);
    private static final double ORIGIN_EASTING = 400_000;
    private static final double ORIGIN_NORTHING = -100_000;
    private static final double SECOND = Math.PI / (180 * 3600);

    private OsGrid() {}

    /** The place of an easting and a northing in metres; empty outside Great Britain. */
    public static Optional<Position.Found> place(double easting, double northing) {
        if (!(easting > 0 && easting < 700_000 && northing > 0 && northing < 1_300_000)) {
            return Optional.empty();
        }
        double[] airy = unprojected(easting, northing);
        double[] wgs = toWgs(airy[0], airy[1]);
        return Optional.of(new Position.Found(degrees(wgs[0]), degrees(wgs[1]), ""));
    }

    private static BigDecimal degrees(double radians) {
        return BigDecimal.valueOf(Math.toDegrees(radians)).setScale(5, RoundingMode.HALF_UP);
    }

    private static double[] unprojected(double easting, double northing) {
        double n = (AIRY_A - AIRY_B) / (AIRY_A + AIRY_B);
        double latitude = ORIGIN_LATITUDE;
        double arc = 0;
        for (int i = 0; i < 20 && northing - ORIGIN_NORTHING - arc >= 0.00001; i++) {
            latitude += (northing - ORIGIN_NORTHING - arc) / (AIRY_A * SCALE);
            arc = arc(n, latitude);
        }
        double eccentricity = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
        double sine = Math.sin(latitude);
        double nu = AIRY_A * SCALE / Math.sqrt(1 - eccentricity * sine * sine);
        double rho = AIRY_A * SCALE * (1 - eccentricity) / Math.pow(1 - eccentricity * sine * sine, 1.5);
        double eta = nu / rho - 1;
        double tangent = Math.tan(latitude);
        double t2 = tangent * tangent;
        double t4 = t2 * t2;
        double secant = 1 / Math.cos(latitude);
        double nu3 = nu * nu * nu;
        double nu5 = nu3 * nu * nu;
        double east = easting - ORIGIN_EASTING;
        double seven = tangent / (2 * rho * nu);
        double eight = tangent / (24 * rho * nu3) * (5 + 3 * t2 + eta - 9 * t2 * eta);
        double nine = tangent / (720 * rho * nu5) * (61 + 90 * t2 + 45 * t4);
        double ten = secant / nu;
        double eleven = secant / (6 * nu3) * (nu / rho + 2 * t2);
        double twelve = secant / (120 * nu5) * (5 + 28 * t2 + 24 * t4);
        double twelveA = secant / (5040 * nu5 * nu * nu) * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2);
        double e2 = east * east;
        return new double[] {
            latitude - seven * e2 + eight * e2 * e2 - nine * e2 * e2 * e2,
            ORIGIN_LONGITUDE + east * (ten - eleven * e2 + twelve * e2 * e2 - twelveA * e2 * e2 * e2)
        };
    }

    /** The meridian from the origin. */
    private static double arc(double n, double latitude) {
        double less = latitude - ORIGIN_LATITUDE;
        double more = latitude + ORIGIN_LATITUDE;
        double n2 = n * n;
        double n3 = n2 * n;
        return AIRY_B
                * SCALE
                * ((1 + n + 1.25 * n2 + 1.25 * n3) * less
                        - (3 * n + 3 * n2 + 2.625 * n3) * Math.sin(less) * Math.cos(more)
                        + (1.875 * n2 + 1.875 * n3) * Math.sin(2 * less) * Math.cos(2 * more)
                        - 35 / 24.0 * n3 * Math.sin(3 * less) * Math.cos(3 * more));
    }

    private static double[] toWgs(double latitude, double longitude) {
        double airy = 1 - AIRY_B * AIRY_B / (AIRY_A * AIRY_A);
        double nu = AIRY_A / Math.sqrt(1 - airy * Math.sin(latitude) * Math.sin(latitude));
        double x = nu * Math.cos(latitude) * Math.cos(longitude);
        double y = nu * Math.cos(latitude) * Math.sin(longitude);
        double z = (1 - airy) * nu * Math.sin(latitude);
        double scale = 1 - 20.4894e-6;
        double rx = 0.1502 * SECOND;
        double ry = 0.2470 * SECOND;
        double rz = 0.8421 * SECOND;
        double wx = 446.448 + scale * x - rz * y + ry * z;
        double wy = -125.157 + rz * x + scale * y - rx * z;
        double wz = 542.060 - ry * x + rx * y + scale * z;
        double wgs = 1 - WGS_B * WGS_B / (WGS_A * WGS_A);
        double plane = Math.hypot(wx, wy);
        double found = Math.atan2(wz, plane * (1 - wgs));
        for (int i = 0; i < 10; i++) {
            double radius = WGS_A / Math.sqrt(1 - wgs * Math.sin(found) * Math.sin(found));
            found = Math.atan2(wz + wgs * radius * Math.sin(found), plane);
        }
        return new double[] {found, Math.atan2(wy, wx)};
    }
}
