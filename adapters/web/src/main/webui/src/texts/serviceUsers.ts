export const serviceUsers = {};
