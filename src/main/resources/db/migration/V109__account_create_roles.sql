-- Which roles can be given to accounts; those that are not active are not offered.
create table roles (
  code varchar(20) primary key,
  active boolean not null
);

insert into roles (code, active) values
  ('REPORTER', true),
  ('STATISTICIAN', false),
  ('SUPERVISOR', true),
  ('ADMINISTRATOR', true);

alter table account_roles add foreign key (role) references roles;
