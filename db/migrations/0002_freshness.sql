-- How old a column's newest content may be, by freshness class (STANDARDS §2.8). Data only: no lock.
-- Confidence: S seen in the source, P partly seen, M from memory.
INSERT INTO standard_value (key, valid_from, value, rule_id, source, confidence) VALUES
  ('freshness.F14.days', '2019-04-01', '14', 'CK-V4.1', '政府网站与政务新媒体检查指标（2019）', 'S'),
  ('freshness.F180.days', '2019-04-01', '180', 'CK-V4.1', '政府网站与政务新媒体检查指标（2019）', 'S'),
  ('freshness.F365.days', '2019-04-01', '365', 'CK-L2', '政府网站与政务新媒体检查指标（2019）', 'S'),
  ('freshness.F90.days', '2019-04-01', '90', 'CK-B5', '政府网站与政务新媒体检查指标（2019）', 'P'),
  ('freshness.F60.days', '2019-04-01', '60', 'CK-C3', '政府网站与政务新媒体检查指标（2019）', 'S');
