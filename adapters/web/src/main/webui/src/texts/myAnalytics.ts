export const myAnalytics = {};
