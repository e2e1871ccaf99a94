package org.outloud.platform.outward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the public internet from those that mean this machine or this network (RFC 6890). */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean documented =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        boolean measured = first == 198 && (second == 18 || second == 19);
        return first != 0 && first != 127 && first < 240 && !shared && !protocol && !documented && !measured;
    }

    /** Only global unicast; addresses that wrap another are as public as that one. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        if (first == 0x64 && second == 0xff9b && isZero(bytes, 4, 12)) {
            return wraps(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x2002) {
            return wraps(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean reserved = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        return first >= 0x2000 && first <= 0x3fff && !reserved;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }

    private static boolean wraps(byte[] bytes) {
        try {
            return is(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
