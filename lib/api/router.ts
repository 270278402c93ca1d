import { meApi } from "./me";
import { poolsApi } from "./pools";

/** Every operation of the REST API. */
export const apiRouter = {
  me: meApi,
  pools: poolsApi,
};
