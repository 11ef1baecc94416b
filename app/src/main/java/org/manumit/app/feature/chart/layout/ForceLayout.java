package org.manumit.app.feature.chart.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * The general-purpose layout: each connected network by itself, shaped by graph distance (small ones) or by Barnes-Hut
 * forces (large ones), cleared of overlaps so that labels can be read, turned to lie flat, and set side by side. The same
 * problem always gives the same picture. Fixed entities stay exactly where they are, and what is linked to them arranges
 * itself about them. Plain, blocking, interruptible; holds no state, so one instance serves many threads.
 */
public final class ForceLayout {

    private static final int STRESS_UP_TO = 320;
    private static final int LABELLED_UP_TO = 900;
    private static final double LINK = 112;
    private static final double GAP = 18;
    private static final double LANDSCAPE = 1.55;
    private static final double BETWEEN_NETWORKS = 64;

    /**
     * Places everything that is not fixed.
     *
     * @param cancelled asked between steps
     * @param progress given places from time to time while a large network settles, x first; must not keep the arrays
     * @throws java.util.concurrent.CancellationException when asked to stop
     */
    public LayoutResult arrange(
            LayoutProblem problem, BooleanSupplier cancelled, BiConsumer<double[], double[]> progress) {
        int n = problem.nodeCount();
        double[] x = new double[n];
        double[] y = new double[n];
        Adjacency adjacency = problem.adjacency();
        List<int[]> networks = networks(adjacency);
        List<ComponentPacking.Box> boxes = new ArrayList<>();
        List<Placed> free = new ArrayList<>();
        List<int[]> alone = new ArrayList<>();
        Extent taken = new Extent();
        for (int[] members : networks) {
            boolean anchored = Arrays.stream(members).anyMatch(problem.fixed()::get);
            if (members.length == 1 && !anchored) {
                alone.add(members);
                continue;
            }
            Part part = new Part(problem, members);
            part.settle(anchored, cancelled, (px, py) -> {
                if (networks.size() == 1) {
                    progress.accept(px, py);
                }
            });
            if (anchored) {
                part.copyTo(x, y, 0, 0);
                part.extend(taken);
            } else {
                free.add(new Placed(part, part.extent()));
            }
        }
        if (!alone.isEmpty()) {
            Part grid = Part.ofSingles(problem, alone);
            free.add(new Placed(grid, grid.extent()));
        }
        for (int i = 0; i < free.size(); i++) {
            Extent extent = free.get(i).extent();
            boxes.add(new ComponentPacking.Box(i, extent.width(), extent.height()));
        }
        boolean beside = taken.width() < LANDSCAPE * taken.height();
        double originX = taken.isEmpty() ? 0 : beside ? taken.right + BETWEEN_NETWORKS : taken.left;
        double originY = taken.isEmpty() ? 0 : beside ? taken.top : taken.bottom + BETWEEN_NETWORKS;
        for (ComponentPacking.Spot spot : ComponentPacking.pack(boxes, BETWEEN_NETWORKS)) {
            Placed placed = free.get(spot.key());
            placed.part()
                    .copyTo(
                            x,
                            y,
                            originX + spot.left() - placed.extent().left,
                            originY + spot.top() - placed.extent().top);
        }
        if (taken.isEmpty()) {
            centre(problem, x, y);
        }
        return new LayoutResult(x, y, List.of());
    }

    /**
     * Finds places only for entities that have none; everything placed stays exactly where it is. A newcomer stands near
     * what it is linked to, on the side where there is room.
     */
    public LayoutResult place(LayoutProblem problem, BooleanSupplier cancelled) {
        int n = problem.nodeCount();
        BitSet staying = new BitSet(n);
        for (int i = 0; i < n; i++) {
            if (problem.isPlaced(i)) {
                staying.set(i);
            }
        }
        if (staying.isEmpty()) {
            return arrange(problem, cancelled, (x, y) -> {});
        }
        double[] x = problem.x().clone();
        double[] y = problem.y().clone();
        if (staying.cardinality() == n) {
            return new LayoutResult(x, y, List.of());
        }
        Adjacency adjacency = problem.adjacency();
        seat(problem, adjacency, staying, x, y);
        BitSet seated = new BitSet(n);
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(x[i])) {
                seated.set(i);
            }
        }
        LayoutProblem rest = problem.with(x, y, seated);
        if (seated.cardinality() < n) {
            LayoutResult others = arrange(rest, cancelled, (px, py) -> {});
            x = others.x().clone();
            y = others.y().clone();
        }
        new OverlapRemoval(problem, GAP).run(x, y, staying, cancelled);
        return new LayoutResult(x, y, List.of());
    }

    /** Seats unplaced entities about placed neighbours, working outwards. */
    private static void seat(LayoutProblem problem, Adjacency adjacency, BitSet staying, double[] x, double[] y) {
        BitSet placed = (BitSet) staying.clone();
        boolean seatedAny = true;
        while (seatedAny) {
            seatedAny = false;
            BitSet before = (BitSet) placed.clone();
            for (int parent = before.nextSetBit(0); parent >= 0; parent = before.nextSetBit(parent + 1)) {
                List<Integer> guests = new ArrayList<>();
                for (int k = 0; k < adjacency.degree(parent); k++) {
                    int guest = adjacency.neighbour(parent, k);
                    if (!placed.get(guest)) {
                        guests.add(guest);
                    }
                }
                if (guests.isEmpty()) {
                    continue;
                }
                double open = openDirection(adjacency, parent, before, x, y);
                seatAbout(problem, parent, guests, open, x, y);
                guests.forEach(placed::set);
                seatedAny = true;
            }
        }
    }

    private static void seatAbout(
            LayoutProblem problem, int parent, List<Integer> guests, double open, double[] x, double[] y) {
        int perRing = 9;
        for (int g = 0; g < guests.size(); g++) {
            int ring = g / perRing;
            int inRing = Math.min(perRing, guests.size() - ring * perRing);
            double spread = Math.min(Math.PI * 1.5, 0.42 * inRing);
            double angle = open + (inRing == 1 ? 0 : spread * ((g % perRing) / (inRing - 1.0) - 0.5));
            double distance = LINK * (1 + 0.75 * ring) + problem.above()[parent];
            int guest = guests.get(g);
            x[guest] = x[parent] + distance * Math.cos(angle);
            y[guest] = y[parent] + distance * Math.sin(angle);
        }
    }

    /** The middle of the widest gap between the entity's placed neighbours, as an angle. */
    private static double openDirection(Adjacency adjacency, int node, BitSet placed, double[] x, double[] y) {
        List<Double> angles = new ArrayList<>();
        for (int k = 0; k < adjacency.degree(node); k++) {
            int other = adjacency.neighbour(node, k);
            if (placed.get(other)) {
                angles.add(Math.atan2(y[other] - y[node], x[other] - x[node]));
            }
        }
        if (angles.isEmpty()) {
            return 0;
        }
        angles.sort(Double::compare);
        double best = 0;
        double widest = -1;
        for (int i = 0; i < angles.size(); i++) {
            double begin = angles.get(i);
            double end = i + 1 < angles.size() ? angles.get(i + 1) : angles.getFirst() + 2 * Math.PI;
            if (end - begin > widest) {
                widest = end - begin;
                best = (begin + end) / 2;
            }
        }
        return best;
    }

    private static void centre(LayoutProblem problem, double[] x, double[] y) {
        Extent extent = new Extent();
        for (int i = 0; i < x.length; i++) {
            extent.add(problem, i, x[i], y[i]);
        }
        if (extent.isEmpty()) {
            return;
        }
        double shiftX = (extent.left + extent.right) / 2;
        double shiftY = (extent.top + extent.bottom) / 2;
        for (int i = 0; i < x.length; i++) {
            x[i] -= shiftX;
            y[i] -= shiftY;
        }
    }

    /** The connected networks, largest first; members in order of number. */
    static List<int[]> networks(Adjacency adjacency) {
        int n = adjacency.size();
        BitSet seen = new BitSet(n);
        int[] distance = new int[n];
        int[] queue = new int[n];
        List<int[]> networks = new ArrayList<>();
        Arrays.fill(distance, -1);
        for (int seed = 0; seed < n; seed++) {
            if (seen.get(seed)) {
                continue;
            }
            int tail = 0;
            queue[tail++] = seed;
            seen.set(seed);
            for (int head = 0; head < tail; head++) {
                for (int k = 0; k < adjacency.degree(queue[head]); k++) {
                    int other = adjacency.neighbour(queue[head], k);
                    if (!seen.get(other)) {
                        seen.set(other);
                        queue[tail++] = other;
                    }
                }
            }
            int[] members = Arrays.copyOf(queue, tail);
            Arrays.sort(members);
            networks.add(members);
        }
        networks.sort((a, b) -> a.length != b.length ? b.length - a.length : a[0] - b[0]);
        return networks;
    }

    private record Placed(Part part, Extent extent) {}

    /** A box that grows. */
    static final class Extent {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;

        void add(LayoutProblem problem, int node, double x, double y) {
            left = Math.min(left, x - problem.halfWidth()[node]);
            right = Math.max(right, x + problem.halfWidth()[node]);
            top = Math.min(top, y - problem.above()[node]);
            bottom = Math.max(bottom, y + problem.below()[node]);
        }

        boolean isEmpty() {
            return left > right;
        }

        double width() {
            return isEmpty() ? 0 : right - left;
        }

        double height() {
            return isEmpty() ? 0 : bottom - top;
        }
    }

    /** One connected network with numbers of its own. */
    private static final class Part {
        private final LayoutProblem problem;
        private final int[] members;
        private final double[] x;
        private final double[] y;

        Part(LayoutProblem whole, int[] members) {
            this.members = members;
            int n = members.length;
            int[] local = new int[whole.nodeCount()];
            Arrays.fill(local, -1);
            double[] halfWidth = new double[n];
            double[] above = new double[n];
            double[] below = new double[n];
            double[] startX = new double[n];
            double[] startY = new double[n];
            BitSet fixed = new BitSet(n);
            // Beyond some hundreds nobody reads every label, and room for all would push the network apart.
            boolean labelled = n <= LABELLED_UP_TO;
            for (int i = 0; i < n; i++) {
                int node = members[i];
                local[node] = i;
                above[i] = whole.above()[node];
                halfWidth[i] = labelled ? whole.halfWidth()[node] : above[i];
                below[i] = labelled ? whole.below()[node] : above[i];
                startX[i] = whole.x()[node];
                startY[i] = whole.y()[node];
                fixed.set(i, whole.fixed().get(node));
            }
            int count = 0;
            int[] from = new int[whole.linkCount()];
            int[] to = new int[whole.linkCount()];
            for (int l = 0; l < whole.linkCount(); l++) {
                int a = local[whole.from()[l]];
                int b = local[whole.to()[l]];
                if (a >= 0 && b >= 0 && a != b) {
                    from[count] = a;
                    to[count++] = b;
                }
            }
            problem = new LayoutProblem(
                    Arrays.copyOf(from, count),
                    Arrays.copyOf(to, count),
                    halfWidth,
                    above,
                    below,
                    startX,
                    startY,
                    fixed);
            x = new double[n];
            y = new double[n];
        }

        /** Entities without links, in a neat block. */
        static Part ofSingles(LayoutProblem whole, List<int[]> singles) {
            int[] members = singles.stream().mapToInt(single -> single[0]).toArray();
            Part part = new Part(whole, members);
            double cellWidth = 0;
            double cellHeight = 0;
            for (int i = 0; i < members.length; i++) {
                cellWidth = Math.max(cellWidth, 2 * part.problem.halfWidth()[i] + GAP);
                cellHeight = Math.max(
                        cellHeight, part.problem.above()[i] + part.problem.below()[i] + GAP);
            }
            int columns = Math.max(1, (int) Math.ceil(Math.sqrt(members.length * 2.4 * cellHeight / cellWidth)));
            for (int i = 0; i < members.length; i++) {
                part.x[i] = (i % columns) * cellWidth;
                part.y[i] = Math.floorDiv(i, columns) * cellHeight;
            }
            return part;
        }

        void settle(boolean anchored, BooleanSupplier cancelled, BiConsumer<double[], double[]> progress) {
            Adjacency adjacency = problem.adjacency();
            PivotScaling.place(adjacency, LINK, x, y);
            if (anchored) {
                startFromPlaces();
            }
            int n = members.length;
            if (n <= STRESS_UP_TO) {
                StressDescent.run(adjacency, LINK, x, y, problem.fixed(), cancelled);
            } else {
                forces(cancelled, progress);
            }
            if (!anchored) {
                layFlat();
            }
            new OverlapRemoval(problem, n <= LABELLED_UP_TO ? GAP : 4).run(x, y, problem.fixed(), cancelled);
        }

        private void forces(BooleanSupplier cancelled, BiConsumer<double[], double[]> progress) {
            int n = members.length;
            ForceSimulation simulation =
                    new ForceSimulation(problem.from(), problem.to(), x, y, problem.fixed(), LINK / 2);
            int[] step = {0};
            simulation.run(n > 8000 ? 140 : 220, cancelled, () -> {
                if (++step[0] % 12 == 0) {
                    progress.accept(x, y);
                }
            });
            if (problem.fixed().isEmpty()) {
                makeRoom();
            }
        }

        /** Opens the network evenly until its entities could fit, so that overlap removal need not tear it. */
        private void makeRoom() {
            double room = 0;
            double meanX = Arrays.stream(x).average().orElse(0);
            double meanY = Arrays.stream(y).average().orElse(0);
            double spreadX = 0;
            double spreadY = 0;
            int n = members.length;
            for (int i = 0; i < n; i++) {
                room += (2 * problem.halfWidth()[i] + 4) * (problem.above()[i] + problem.below()[i] + 4);
                spreadX += (x[i] - meanX) * (x[i] - meanX) / n;
                spreadY += (y[i] - meanY) * (y[i] - meanY) / n;
            }
            double available = Math.PI * 4 * Math.sqrt(spreadX * spreadY);
            double byArea = Math.sqrt(2.2 * room / Math.max(1, available));
            double[] lengths = new double[problem.linkCount()];
            for (int l = 0; l < lengths.length; l++) {
                int a = problem.from()[l];
                int b = problem.to()[l];
                lengths[l] = Math.hypot(x[a] - x[b], y[a] - y[b]);
            }
            Arrays.sort(lengths);
            double byLength = LINK / 3 / Math.max(1e-9, lengths[lengths.length / 2]);
            // A thin network (a ring, a tree) must be opened far more than its area asks for; a crowd must not.
            double most = problem.linkCount() > 2 * n ? 2 : 25;
            double factor = Math.clamp(byLength, byArea, most * byArea);
            for (int i = 0; i < n; i++) {
                x[i] = meanX + (x[i] - meanX) * factor;
                y[i] = meanY + (y[i] - meanY) * factor;
            }
        }

        /** Fixed and placed entities begin where they are; the first placement is laid over them. */
        private void startFromPlaces() {
            double shiftX = 0;
            double shiftY = 0;
            int placed = 0;
            for (int i = 0; i < members.length; i++) {
                if (problem.fixed().get(i)) {
                    shiftX += problem.x()[i] - x[i];
                    shiftY += problem.y()[i] - y[i];
                    placed++;
                }
            }
            for (int i = 0; i < members.length; i++) {
                if (problem.fixed().get(i)) {
                    x[i] = problem.x()[i];
                    y[i] = problem.y()[i];
                } else {
                    x[i] += shiftX / placed;
                    y[i] += shiftY / placed;
                }
            }
        }

        /** Turns the longer axis level: screens and pages are wider than high, and so are labels. */
        private void layFlat() {
            int n = members.length;
            double meanX = Arrays.stream(x).average().orElse(0);
            double meanY = Arrays.stream(y).average().orElse(0);
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < n; i++) {
                xx += (x[i] - meanX) * (x[i] - meanX);
                xy += (x[i] - meanX) * (y[i] - meanY);
                yy += (y[i] - meanY) * (y[i] - meanY);
            }
            double angle = -0.5 * Math.atan2(2 * xy, xx - yy);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            for (int i = 0; i < n; i++) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                x[i] = cos * dx - sin * dy;
                y[i] = sin * dx + cos * dy;
            }
            widen();
        }

        /** Widens a round network, whose labels want room to the sides, towards the shape of a screen. */
        private void widen() {
            Extent extent = extent();
            double stretch = Math.sqrt(LANDSCAPE * extent.height() / Math.max(1, extent.width()));
            if (members.length > 4 && stretch > 1) {
                for (int i = 0; i < members.length; i++) {
                    x[i] *= Math.min(1.3, stretch * stretch);
                }
            }
        }

        void copyTo(double[] wholeX, double[] wholeY, double shiftX, double shiftY) {
            for (int i = 0; i < members.length; i++) {
                wholeX[members[i]] = x[i] + shiftX;
                wholeY[members[i]] = y[i] + shiftY;
            }
        }

        void extend(Extent extent) {
            for (int i = 0; i < members.length; i++) {
                extent.add(problem, i, x[i], y[i]);
            }
        }

        Extent extent() {
            Extent extent = new Extent();
            extend(extent);
            return extent;
        }
    }
}
