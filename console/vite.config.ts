import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where `npm run dev` sends what is not the console itself: a running Bursar, or the stand-in. */
const server = process.env["BURSAR_URL"] ?? "http://127.0.0.1:8099";
const toServer = { target: server, changeOrigin: true };

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    chunkSizeWarningLimit: 1800,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "cloudscape", test: /node_modules[\\/]@cloudscape-design/ },
            { name: "aws", test: /node_modules[\\/](@aws-sdk|@smithy)/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/signin": { ...toServer, bypass: (request) => (request.method === "POST" ? undefined : "/index.html") },
      "/signout": toServer,
      "/": { ...toServer, bypass: (request) => (request.method === "POST" ? undefined : request.url) },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], testTimeout: 10_000 },
});
