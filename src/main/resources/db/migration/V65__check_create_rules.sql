create table rules (
  id bigint generated always as identity primary key,
  version int not null,
  code varchar(20) not null unique,
  title varchar(60) not null,
  reach varchar(12) not null,
  left_side varchar(300) not null,
  relation varchar(16) not null,
  right_side varchar(300) not null,
  -- the rule speaks only where this is true
  applies_when varchar(300) not null,
  -- null: the rounding of the parts
  tolerance numeric(24, 6) check (tolerance >= 0),
  severity varchar(8) not null,
  message varchar(300) not null,
  instruction varchar(300) not null,
  period_kind varchar(12),
  -- codes of levels with blanks between
  levels varchar(200) not null,
  active boolean not null,
  shipped boolean not null,
  position int not null
);
