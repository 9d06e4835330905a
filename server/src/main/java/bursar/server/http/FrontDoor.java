package bursar.server.http;

import bursar.domain.Failure;
import bursar.server.data.DataFolder;
import bursar.server.settings.ServerSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP server: Spring Boot's embedded container with one servlet for everything. */
public final class FrontDoor implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final String url;

  private FrontDoor(ConfigurableApplicationContext context, String url) {
    this.context = context;
    this.url = url;
  }

  /** Nothing is scanned and nothing is guessed: the one bean is registered below. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  /**
   * Starts listening; every request goes to one servlet.
   *
   * @param servlet asked for when the container is ready for it, before it listens; what it throws ends the start
   * @throws Failure if the port is taken or a certificate cannot be read
   */
  public static FrontDoor open(ServerSettings settings, Supplier<EveryRequest> servlet) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(initialized -> ((GenericApplicationContext) initialized).registerBean(
        "everyRequest", ServletRegistrationBean.class, () -> {
          ServletRegistrationBean<EveryRequest> registration = new ServletRegistrationBean<>(servlet.get(), "/");
          registration.setLoadOnStartup(1);
          return registration;
        }));
    ConfigurableApplicationContext context = running(application, settings);
    int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer(), "the web server").getPort();
    String host = settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address();
    return new FrontDoor(context, (settings.tls() ? "https://" : "http://") + host + ":" + port);
  }

  /** Starts the container; what a person can mend is told as a sentence. */
  private static ConfigurableApplicationContext running(SpringApplication application, ServerSettings settings) {
    try {
      return application.run();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException taken) {
          throw new Failure("ValidationException",
              "Port " + taken.getPort() + " is already in use. Choose another with --port N, or end the program that uses it.");
        }
      }
      if (settings.tls() && settings.certificate() != null) {
        throw new Failure("ValidationException", "The server did not start with the certificate " + settings.certificate() + " and the key "
            + settings.certificateKey() + ": " + innermost(e).getMessage());
      }
      throw e;
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Map<String, Object> properties(ServerSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.address());
    properties.put("server.port", Integer.toString(settings.port()));
    properties.put("server.shutdown", "graceful");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    properties.put("server.server-header", "");
    properties.put("server.error.include-message", "never");
    properties.put("server.max-http-request-header-size", "32KB");
    properties.put("server.tomcat.basedir", DataFolder.container(settings.data()).toString());
    properties.put("server.tomcat.threads.max", "200");
    properties.put("server.tomcat.threads.min-spare", "8");
    properties.put("server.tomcat.accept-count", "256");
    properties.put("server.tomcat.connection-timeout", "5s");
    properties.put("server.tomcat.keep-alive-timeout", "60s");
    properties.put("server.tomcat.max-keep-alive-requests", "-1");
    // What a request leaves unread ends its connection: the container would read on for as long as it dribbles in.
    properties.put("server.tomcat.max-swallow-size", "0B");
    properties.put("server.compression.enabled", "true");
    properties.put("server.compression.mime-types", "text/html,text/css,text/javascript,image/svg+xml");
    if (settings.certificate() != null) {
      properties.put("server.ssl.certificate", settings.certificate().toUri().toString());
      properties.put("server.ssl.certificate-private-key", String.valueOf(settings.certificateKey()));
      properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
    }
    return properties;
  }

  /** The address it answers on, with the real port. */
  public String url() {
    return url;
  }

  @Override
  public void close() {
    context.close();
  }
}
