import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = process.env['OUTLOUD_ORIGIN'] ?? 'http://localhost:8080';
const behindGateway = ['/api', '/oauth2', '/login', '/logout'];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // Everything is a file of our own origin: the content security policy allows no data: scripts or fonts
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: Object.fromEntries(behindGateway.map((path) => [path, { target: gateway }])),
  },
  test: {
    environment: 'jsdom',
    setupFiles: './src/test/setup.ts',
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
